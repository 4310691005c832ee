using FluentValidation;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>Judges a policy file against the catalogue. Every failure carries the path of its field as the file writes it.</summary>
public sealed class PolicyValidator : AbstractValidator<PolicyDocument>
{
    /// <summary>Makes a validator that knows these rules.</summary>
    public PolicyValidator(RuleCatalog catalog)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        _ = RuleFor(policy => policy.ApiVersion).Equal(PolicyDocument.CurrentApiVersion)
            .OverridePropertyName("apiVersion").WithMessage(policy => Right("apiVersion", PolicyDocument.CurrentApiVersion, policy.ApiVersion));
        _ = RuleFor(policy => policy.Kind).Equal(PolicyDocument.CurrentKind)
            .OverridePropertyName("kind").WithMessage(policy => Right("kind", PolicyDocument.CurrentKind, policy.Kind));
        _ = RuleFor(policy => policy.Name).NotEmpty().OverridePropertyName("metadata.name").WithMessage("is required; findings name it");
        _ = RuleFor(policy => policy.Profile).Must(profile => profile is null || Profiles.Names.Contains(profile))
            .OverridePropertyName("spec.profile").WithMessage(policy =>
                $"'{policy.Profile}' is no profile{Nearest.Hint(policy.Profile!, Profiles.Names)}; known are {string.Join(", ", Profiles.Names)}");
        _ = RuleForEach(policy => policy.Rules).OverrideIndexer((_, _, section, _) => $".{section.Rule}")
            .SetValidator(new RuleSectionValidator(catalog)).OverridePropertyName("spec.rules");
        _ = RuleForEach(policy => policy.Namespaces)
            .SetValidator(new NamespaceDocumentValidator(catalog)).OverridePropertyName("spec.namespaces");
        _ = RuleForEach(policy => policy.Exemptions)
            .SetValidator(new ExemptionDocumentValidator(catalog)).OverridePropertyName("spec.exemptions");
    }

    private static string Right(string field, string right, string? found) =>
        string.IsNullOrEmpty(found) ? $"is missing; write {field}: {right}" : $"must be {right}, but is '{found}'";
}
