using FluentValidation;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges a plan as far as that is possible without a cluster.</summary>
internal sealed class MaintenancePlanValidator : AbstractValidator<MaintenancePlanDocument>
{
    private static readonly string[] Orders = ["as-listed", "name", "reverse-name"];
    private static readonly string[] AfterTimeout = ["stop", "continue"];

    public MaintenancePlanValidator()
    {
        RuleFor(plan => plan.Profile).MustBeOneOf("spec.profile", PlanText.ProfileNames);
        RuleFor(plan => plan.Order).MustBeOneOf("spec.order", Orders);
        RuleFor(plan => plan.OnTimeout).MustBeOneOf("spec.drain.onTimeout", AfterTimeout);
        _ = RuleFor(plan => plan.Concurrency).Must(text => text is null || PlanConcurrency.Parse(text) is not null)
            .OverridePropertyName("spec.concurrency").WithMessage("must be a whole number from 1, or a percentage from 1% to 100%, but is '{PropertyValue}'");
        RuleFor(plan => plan.GracePeriodSeconds).MustBeGrace("spec.drain.gracePeriodSeconds");
        RuleFor(plan => plan.TimeoutSeconds).MustBeLimit("spec.drain.timeoutSeconds");
        RuleFor(plan => plan.NodeWorkSeconds).MustBeSeconds("spec.nodeWorkSeconds");
        RuleFor(plan => plan.PodSelector).MustBeSelector("spec.drain.podSelector");
        Include(new OrchestratorSectionValidator());
        Nodes();
        Window();
    }

    private void Nodes()
    {
        _ = RuleFor(plan => plan.NodeSelector).Must((plan, selector) => selector is null || plan.NodeNames is null)
            .OverridePropertyName("spec.nodes.selector").WithMessage("says which nodes are meant, and so do the names; write one of them");
        RuleFor(plan => plan.NodeSelector).MustBeSelector("spec.nodes.selector");
        _ = RuleFor(plan => plan.NodeNames).Must(names => names is not { Count: 0 })
            .OverridePropertyName("spec.nodes.names").WithMessage("is empty; name at least one node, or leave it out for all schedulable workers");
        _ = RuleFor(plan => plan.SaysNodes).Must((plan, says) => !says || plan.NodeNames is not null || plan.NodeSelector is not null)
            .OverridePropertyName("spec.nodes").WithMessage("says nothing; write names or a selector, or leave it out for all schedulable workers");
        _ = RuleForEach(plan => plan.NodeNames).Must((plan, name) => plan.NodeNames!.Count(other => other == name) == 1)
            .OverridePropertyName("spec.nodes.names").WithMessage("names '{PropertyValue}' more than once");
    }

    private void Window()
    {
        _ = RuleFor(plan => plan.WindowDuration).Must((plan, duration) => !plan.SaysWindow || duration is not null)
            .OverridePropertyName("spec.window.duration").WithMessage($"is missing; write {DurationSyntax.Right}");
        _ = RuleFor(plan => plan.WindowDuration).Must(duration => duration is null || DurationSyntax.Parse(duration) is > 0)
            .OverridePropertyName("spec.window.duration").WithMessage($"must be {DurationSyntax.Right}, but is '{{PropertyValue}}'");
        _ = RuleFor(plan => plan.WindowStart).Must(start => start is null || PlanMoment.Parse(start) is not null)
            .OverridePropertyName("spec.window.start").WithMessage("must be a moment with its zone, such as 2026-12-01T22:00:00Z, but is '{PropertyValue}'");
    }
}
