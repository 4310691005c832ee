using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>One source of settings: a profile or a policy file. Its sections go over its own rules; a later layer goes over all of it.</summary>
internal sealed record PolicyLayer(IReadOnlyDictionary<string, RuleOverride> Rules, ImmutableArray<NamespaceSection> Sections)
{
    /// <summary>Makes a layer of a document that the validator has accepted.</summary>
    public static PolicyLayer Of(PolicyDocument document, RuleCatalog catalog) => new(
        Overrides(document.Rules, catalog),
        [
            .. document.Namespaces.Select(section => new NamespaceSection
            {
                Names = [.. section.Names],
                Selector = section.Selector is null ? null : SelectorText.Parse(section.Selector, out _),
                Rules = Overrides(section.Rules, catalog),
            }),
        ]);

    private static Dictionary<string, RuleOverride> Overrides(IReadOnlyList<RuleSection> sections, RuleCatalog catalog) =>
        sections.ToDictionary(
            section => section.Rule,
            section => new RuleOverride
            {
                IsEnabled = section.Enabled,
                Severity = PolicyWords.SeverityOf(section.Severity),
                AtAdmission = PolicyWords.AdmissionModeOf(section.AtAdmission),
                Parameters = Values(catalog.Find(section.Rule)!, section.Parameters),
            },
            StringComparer.Ordinal);

    private static Dictionary<string, object> Values(Rule rule, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        parameters.ToDictionary(
            pair => pair.Key,
            pair => rule.Parameters.Single(parameter => parameter.Name == pair.Key).Parse(pair.Value, out _)!,
            StringComparer.Ordinal);
}
