using FluentValidation;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges a MachineDrainRule of a plan, as Cluster API itself would.</summary>
internal sealed class DrainRuleValidator : AbstractValidator<DrainRuleDocument>
{
    private static readonly string[] Behaviors = Enum.GetNames<DrainBehavior>();

    public DrainRuleValidator()
    {
        _ = RuleFor(rule => rule.Name).NotEmpty().OverridePropertyName("name").WithMessage("is missing; of several rules for a pod the first by name decides");
        _ = RuleFor(rule => rule.Behavior).NotNull().OverridePropertyName("behavior").WithMessage($"is missing; write {string.Join(" or ", Behaviors)}");
        RuleFor(rule => rule.Behavior).MustBeOneOf("behavior", Behaviors);
        RuleFor(rule => rule.Pods).MustBeSelector("pods");
        RuleFor(rule => rule.Namespaces).MustBeSelector("namespaces");
        _ = RuleFor(rule => rule.Order).Must((rule, order) => order is null || rule.Behavior is not (nameof(DrainBehavior.Skip) or nameof(DrainBehavior.WaitCompleted)))
            .OverridePropertyName("order").WithMessage(rule => $"goes with the behavior {nameof(DrainBehavior.Drain)} only, but that is {rule.Behavior}");
    }
}
