using FluentValidation;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>Judges a namespace section of a policy file.</summary>
internal sealed class NamespaceDocumentValidator : AbstractValidator<NamespaceDocument>
{
    public NamespaceDocumentValidator(RuleCatalog catalog)
    {
        _ = RuleFor(section => section.Names).Must((section, names) => names.Count > 0 || section.Selector is not null)
            .OverridePropertyName("names").WithMessage("is required, unless a selector says which namespaces are meant");
        _ = RuleFor(section => section.Names).Must((section, names) => names.Count == 0 || section.Selector is null)
            .OverridePropertyName("selector").WithMessage("says which namespaces are meant, and so do the names; write one of them");
        _ = RuleForEach(section => section.Names).Must(name => !name.Contains('*', StringComparison.Ordinal))
            .OverridePropertyName("names").WithMessage("must be exact, but is '{PropertyValue}'; a selector covers several namespaces");
        _ = RuleFor(section => section.Selector).Must(selector => SelectorText.MistakeIn(selector) is null)
            .OverridePropertyName("selector").WithMessage(section => SelectorText.MistakeIn(section.Selector));
        _ = RuleForEach(section => section.Rules).OverrideIndexer((_, _, rule, _) => $".{rule.Rule}")
            .SetValidator(new RuleSectionValidator(catalog)).OverridePropertyName("rules");
    }
}
