using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports a rolling update that may take all replicas away at once.</summary>
internal sealed class RollingUpdateLeavesNothing : Rule<Workload>
{
    // What the API server fills in for both fields.
    private static readonly IntOrPercent Default = new(25, IsPercent: true);

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "rolling-update-leaves-nothing",
        Category = RuleCategory.Availability,
        Severity = Severity.Medium,
        Summary = "Rolling update may stop every replica at once",
        Why = """
            maxUnavailable says how many pods an update may take away before new ones are Ready. When it reaches the number of replicas the
            update is no longer rolling, and a bad image takes the whole workload down.
            """,
        Fix = "Set maxSurge: 1 and maxUnavailable: 0.",
        Sources =
        [
            new("Rolling update of a Deployment", "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment"),
        ],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        if (subject is not { Type: WorkloadKind.Deployment, UpdateStrategy: null or "RollingUpdate" }
            || WorkloadScale.Of(subject, around) is not { Ceiling: > 0 } scale)
        {
            return RuleOutcome.NotApplicable;
        }

        // A volume that only one node may use needs its old pod gone first.
        var volumes = ExclusiveVolumes.Of(subject, around);
        if (volumes.Shared.Count > 0)
        {
            return RuleOutcome.NotApplicable;
        }

        var replicas = Math.Max(1, scale.Floor);
        var surge = (subject.MaxSurge ?? Default).ResolveUp(replicas);
        var unavailable = (subject.MaxUnavailable ?? Default).ResolveDown(replicas);

        // Both at zero would never move, so the controller takes one away.
        unavailable = surge == 0 && unavailable == 0 ? 1 : unavailable;
        return unavailable < replicas
            ? RuleOutcome.Passed
            : RuleOutcome.Found(new RuleHit
            {
                Field = subject.MaxUnavailable is null ? "spec.strategy.rollingUpdate.maxSurge" : "spec.strategy.rollingUpdate.maxUnavailable",
                Message = $"an update may stop {unavailable} of {Counted.Of(replicas, "replica")} at once (surge {surge})",
                Evidence =
                [
                    new("maxUnavailable", $"{subject.MaxUnavailable ?? Default}"), new("maxSurge", $"{subject.MaxSurge ?? Default}"),
                    new("replicas", $"{replicas}"),
                ],
            });
    }
}
