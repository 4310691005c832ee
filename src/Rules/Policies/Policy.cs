using System.Collections.Concurrent;
using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>What is in force: rule defaults, under the profile, under the policy file, under its namespace sections.</summary>
public sealed class Policy
{
    private const char Covered = '+';
    private readonly ImmutableArray<PolicyLayer> _layers;
    private readonly NamespacePolicy _defaults;
    private readonly ImmutableArray<NamespaceSection> _sections;
    private readonly ConcurrentDictionary<string, NamespacePolicy> _merged = new(StringComparer.Ordinal);

    private Policy(RuleCatalog catalog, string name, ImmutableArray<PolicyLayer> layers)
    {
        Name = name;
        _layers = layers;
        _sections = [.. layers.SelectMany(layer => layer.Sections)];
        _defaults = new(catalog.Rules.ToDictionary(
            rule => rule.Descriptor.Name, rule => new RuleSettings { IsEnabled = !rule.Descriptor.IsOptIn }, StringComparer.Ordinal));
        Common = In(new() { Name = "" });
    }

    /// <summary>The name that the policy file gives itself; <c>default</c> without a file.</summary>
    public string Name { get; }

    /// <summary>What is in force for cluster-wide objects and for namespaces that no section is about.</summary>
    public NamespacePolicy Common { get; }

    /// <summary>The exemptions of the policy file, in its order.</summary>
    internal ImmutableArray<Exemption> Exemptions
    {
        get;
        private init
        {
            field = value;
            ExemptionsByRule = value.ToLookup(exemption => exemption.Rule, StringComparer.Ordinal);
        }
    } = [];

    /// <summary>The exemptions of the policy file by the rule that they are from.</summary>
    internal ILookup<string, Exemption> ExemptionsByRule { get; private set; } = Enumerable.Empty<Exemption>().ToLookup(each => each.Rule);

    /// <summary>The name of the policy in findings about it.</summary>
    internal ObjectReference Reference => new(PolicyDocument.CurrentApiVersion, PolicyDocument.CurrentKind, null, Name);

    /// <summary>The policy that is in force without a policy file.</summary>
    public static Policy Default(RuleCatalog catalog) => Of(catalog);

    /// <summary>Merges documents that <see cref="PolicyValidator"/> has accepted, later ones over earlier ones, over the profile.</summary>
    public static Policy Of(RuleCatalog catalog, params IReadOnlyList<PolicyDocument> documents) =>
        new(
            catalog,
            documents.Count > 0 ? documents[^1].Name ?? Profiles.Default : Profiles.Default,
            [Profiles.Of(catalog), .. documents.Select(document => PolicyLayer.Of(document, catalog))])
        {
            Exemptions = [.. documents.SelectMany(document => document.Exemptions.Select((each, index) => Exemption.Of(each, index, document.File)))],
        };

    /// <summary>What is in force in a namespace. Namespaces that the same sections are about share one merge.</summary>
    public NamespacePolicy In(NamespaceSnapshot contents)
    {
        if (_sections.IsEmpty)
        {
            return _merged.TryGetValue("", out var only) ? only : _merged.GetOrAdd("", Merge(""));
        }

        var covering = string.Create(_sections.Length, (_sections, contents), static (text, state) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = state._sections[i].Covers(state.contents) ? Covered : '-';
            }
        });
        return _merged.TryGetValue(covering, out var known) ? known : _merged.GetOrAdd(covering, Merge(covering));
    }

    /// <summary>The sections of which it is not known whether they are about a namespace, because its labels were not read.</summary>
    internal IReadOnlyList<NamespaceSection> UndecidedIn(NamespaceSnapshot contents) =>
        contents.Object is null && !_sections.IsEmpty ? [.. _sections.Where(section => section.Selector is not null)] : [];

    /// <summary>What is in force where these sections cover, in the order of the layers.</summary>
    private NamespacePolicy Merge(string covering)
    {
        var (result, next) = (_defaults, 0);
        foreach (var layer in _layers)
        {
            result = result.Under(layer.Rules);
            foreach (var section in layer.Sections)
            {
                result = covering.Length > 0 && covering[next++] == Covered ? result.Under(section.Rules) : result;
            }
        }

        return result;
    }

    /// <summary>Whether the rule runs in any namespace.</summary>
    internal bool MayRun(Rule rule) => Common.Of(rule).IsEnabled || RunsInSomeNamespace(rule.Descriptor.Name);

    private bool RunsInSomeNamespace(string rule) => _sections.Any(section => section.Rules.GetValueOrDefault(rule)?.IsEnabled == true);
}
