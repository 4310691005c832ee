using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Mentions a controller that runs as one instance, which is acceptable when its work can wait.</summary>
internal sealed class SingleActiveLeader : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "single-active-leader",
        Category = RuleCategory.Availability,
        Severity = Severity.Info,
        Summary = "Controller runs as a single instance",
        Why = """
            Of an operator or controller manager only the leader works, so a second replica does not add capacity; it shortens the gap while
            the first one moves. One is acceptable when the work can wait for a minute.
            """,
        Fix = "Two replicas with leader election shorten the gap; leave it at one if reconciling may pause.",
        Sources = [new("Leases", "https://kubernetes.io/docs/concepts/architecture/leases/")],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context) =>
        WorkloadScale.Of(subject, context.Around(subject)) is { Autoscaler: null, Replicas: 1 } scale
        && ActiveLeader.LabelOf(scale.Controller, context) is { } label
            ? RuleOutcome.Found(new RuleHit
            {
                Field = "spec.replicas",
                Message = $"runs 1 replica of a controller ({label})",
                Evidence = [new("replicas", "1"), new("label", label)],
            })
            : RuleOutcome.NotApplicable;
}
