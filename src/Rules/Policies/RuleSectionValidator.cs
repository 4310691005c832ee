using FluentValidation;
using FluentValidation.Results;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>Judges what a policy file says of one rule.</summary>
internal sealed class RuleSectionValidator : AbstractValidator<RuleSection>
{
    public RuleSectionValidator(RuleCatalog catalog)
    {
        _ = RuleFor(section => section.Severity).Must(text => text is null || PolicyWords.SeverityOf(text) is not null)
            .OverridePropertyName("severity").WithMessage($"must be {PolicyWords.Severities}, but is '{{PropertyValue}}'");
        _ = RuleFor(section => section.AtAdmission).Must(text => text is null || PolicyWords.AdmissionModeOf(text) is not null)
            .OverridePropertyName("atAdmission").WithMessage($"must be {PolicyWords.AdmissionModes}, but is '{{PropertyValue}}'");
        _ = RuleFor(section => section).Custom((section, context) =>
        {
            if (catalog.Find(section.Rule) is not { } rule)
            {
                context.AddFailure(new ValidationFailure(PathOf(context), UnknownRule(catalog, section.Rule)));
                return;
            }

            foreach (var (name, text) in section.Parameters)
            {
                if (MistakeIn(rule, name, text) is { } mistake)
                {
                    context.AddFailure(new ValidationFailure($"{PathOf(context)}.parameters.{name}", mistake));
                }
            }
        });
    }

    /// <summary>Says that there is no such rule, and which one may be meant.</summary>
    public static string UnknownRule(RuleCatalog catalog, string name) =>
        $"'{name}' is no rule{Nearest.Hint(name, catalog.Rules.Select(rule => rule.Descriptor.Name))}; 'riskanalyzer rules list' shows all";

    // The chain ends with this group's own path, because the property is the section itself.
    private static string PathOf(ValidationContext<RuleSection> context) => context.PropertyChain.ToString();

    private static string? MistakeIn(Rule rule, string name, string text)
    {
        if (rule.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } known)
        {
            var names = rule.Parameters.Select(parameter => parameter.Name).ToArray();
            return names.Length == 0
                ? $"{rule.Descriptor.Name} has no parameters"
                : $"is no parameter of {rule.Descriptor.Name}{Nearest.Hint(name, names)}; it has {string.Join(", ", names)}";
        }

        _ = known.Parse(text, out var error);
        return error is null ? null : $"{error}, but is '{text}'";
    }
}
