using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports a StatefulSet that runs two revisions because its update was not finished.</summary>
internal sealed class HalfAppliedStatefulSet : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "half-applied-stateful-set",
        Category = RuleCategory.Availability,
        Severity = Severity.Medium,
        Summary = "StatefulSet has an update that is not finished",
        Why = """
            With the update strategy OnDelete every pod that is evicted comes back with the new revision, so the drain silently becomes a
            rollout. A partition keeps the old revision below it, and the set goes on running two versions.
            """,
        Fix = "Finish the update or roll it back before the window.",
        Sources = [new("StatefulSet update strategies", "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies")],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var isOnDelete = subject.UpdateStrategy == "OnDelete";
        if (subject.Type != WorkloadKind.StatefulSet || subject.Replicas == 0 || (!isOnDelete && subject.Partition == 0))
        {
            return RuleOutcome.NotApplicable;
        }

        if (subject.Status is not { CurrentRevision: { } current, UpdateRevision: { } update } status)
        {
            return RuleOutcome.NotEvaluated("the StatefulSet has no revisions in its status");
        }

        // Under OnDelete the current revision is never moved on, so the number of updated pods decides.
        return current == update || status.UpdatedReplicas >= status.Replicas
            ? RuleOutcome.Passed
            : RuleOutcome.Found(new RuleHit
            {
                Field = isOnDelete ? "spec.updateStrategy.type" : "spec.updateStrategy.rollingUpdate.partition",
                Severity = isOnDelete ? null : Severity.Low,
                Message = isOnDelete
                    ? $"{status.Replicas - status.UpdatedReplicas} of {Counted.Of(status.Replicas, "pod")} will come back with revision {update} when evicted"
                    : $"the partition at {subject.Partition} leaves {status.UpdatedReplicas} of {Counted.Of(status.Replicas, "pod")} on revision {update}",
                Evidence =
                [
                    new("currentRevision", current), new("updateRevision", update),
                    new("updated", $"{status.UpdatedReplicas}"), new("replicas", $"{status.Replicas}"),
                ],
            });
    }
}
