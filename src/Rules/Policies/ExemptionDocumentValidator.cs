using FluentValidation;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>Judges an exemption of a policy file: a rule, exact objects, a reason, an owner and an end.</summary>
internal sealed class ExemptionDocumentValidator : AbstractValidator<ExemptionDocument>
{
    public ExemptionDocumentValidator(RuleCatalog catalog)
    {
        _ = RuleFor(exemption => exemption.Rule).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("is required: the name of the rule whose findings do not count")
            .Must(name => catalog.Find(name!) is not null).WithMessage(e => RuleSectionValidator.UnknownRule(catalog, e.Rule!))
            .Must(name => catalog.Find(name!) is not ExemptionRule).WithMessage("is about exemptions and takes none; disable the rule instead")
            .OverridePropertyName("rule");
        _ = RuleFor(exemption => exemption.ObjectKind).Must((exemption, kind) => kind is not null || exemption.Selector is not null)
            .OverridePropertyName("objects").WithMessage("is required: a kind, with namespace and name where they matter, or a selector");
        _ = RuleFor(exemption => exemption.ObjectKind).Must(IsExact).OverridePropertyName("objects.kind").WithMessage(NotExact);
        _ = RuleFor(exemption => exemption.ObjectNamespace).Must(IsExact).OverridePropertyName("objects.namespace").WithMessage(NotExact);
        _ = RuleFor(exemption => exemption.ObjectName).Must(IsExact).OverridePropertyName("objects.name").WithMessage(NotExact);
        _ = RuleFor(exemption => exemption.ObjectName).Must((exemption, name) => name is null || exemption.ObjectKind is not null)
            .OverridePropertyName("objects.kind").WithMessage("is required beside a name");
        _ = RuleFor(exemption => exemption.Selector).Must(selector => SelectorText.MistakeIn(selector) is null)
            .OverridePropertyName("objects.selector").WithMessage(exemption => SelectorText.MistakeIn(exemption.Selector));
        _ = RuleFor(exemption => exemption.Reason).NotEmpty().OverridePropertyName("reason").WithMessage("is required: why the risk is accepted");
        _ = RuleFor(exemption => exemption.Owner).NotEmpty().OverridePropertyName("owner").WithMessage("is required: who answers for it");
        _ = RuleFor(exemption => exemption.Until).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("is required: the last day on which it holds, such as 2027-03-31")
            .Must(text => PolicyWords.DayOf(text) is not null).WithMessage("must be a day such as 2027-03-31, but is '{PropertyValue}'")
            .OverridePropertyName("until");
    }

    private const string NotExact = "must be exact, but is '{PropertyValue}'; a selector covers several objects";

    private static bool IsExact(string? text) => text?.Contains('*', StringComparison.Ordinal) != true;
}
