using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Storage;

/// <summary>Reports a single pod whose volume has to move with it.</summary>
internal sealed class SingleReplicaWithExclusiveVolume : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "single-replica-with-exclusive-volume",
        Category = RuleCategory.Storage,
        Severity = Severity.Medium,
        Summary = "Single replica with a volume that only one node may use",
        Why = """
            The replacement cannot start before the old pod has ended and its volume is detached and attached again, so a drain means an
            outage of all four steps. Simply adding replicas would not help, since they could not share the volume.
            """,
        Fix = "Use a managed or replicated store, or announce the gap; an exemption says that it is accepted.",
        Sources = [KubernetesDocs.PersistentVolumes],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        if (WorkloadScale.Of(subject, around) is not { Autoscaler: null, Replicas: 1 } scale)
        {
            return RuleOutcome.NotApplicable;
        }

        var volumes = ExclusiveVolumes.Of(scale.Controller, around);
        if (!volumes.Any)
        {
            return volumes.Unread.Count > 0
                ? RuleOutcome.NotEvaluated($"claim {volumes.Unread[0]} was not read")
                : RuleOutcome.Passed;
        }

        var node = around.ServingPodsOf(subject) is [var only] ? only.NodeName : null;
        var all = string.Join(", ", volumes.Shared.Concat(volumes.PerPod));
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.replicas",
            Severity = IsAccepted(scale.Controller, context) ? Severity.Info : null,
            Message = $"runs 1 replica with {all}, so that a drain means exit, detach, attach and start one after the other",
            Evidence =
            [
                new("replicas", "1"), new("volumes", all),
                .. node is null ? Array.Empty<KeyValuePair<string, string>>() : [new("node", node)],
            ],
        });
    }

    // Whoever accepts a single replica accepts its gap.
    private static bool IsAccepted(Workload workload, RuleContext context) =>
        new[] { workload.Metadata.Annotations, workload.Template.Annotations, context.Around(workload).Object?.Metadata.Annotations }
            .Any(annotations => annotations?.ContainsKey(KnownAnnotations.IgnoreMinimumReplicas) == true);
}
