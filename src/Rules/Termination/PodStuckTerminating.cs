using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods whose deletion should have ended and has not.</summary>
internal sealed class PodStuckTerminating : Rule<Pod>
{
    private static readonly Int32Parameter MarginSeconds = new(
        "marginSeconds", 60, 0, 86400, "seconds", "Time after the end of the grace period that is still normal.", "own choice");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pod-stuck-terminating",
        Category = RuleCategory.Termination,
        Severity = Severity.Blocker,
        NeedsCluster = true,
        IncludesDeleted = true,
        Summary = "A pod does not go away after its grace period",
        Why = """
            A drain waits until the object of each evicted pod has vanished, not until its program has ended. A pod that is held by a
            finalizer, an unreachable node or a volume that does not unmount keeps the drain waiting until its timeout.
            """,
        Fix = "Find what holds the pod: a finalizer whose controller is gone, a node that is down, a volume that does not unmount.",
        Sources = [new("Termination of Pods", "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [MarginSeconds];

    /// <inheritdoc/>
    public override RuleOutcome Check(Pod pod, RuleContext context)
    {
        // Without a node no drain waits for it.
        if (pod.Metadata.DeletionTimestamp is not { } end || pod.NodeName is not { } nodeName)
        {
            return RuleOutcome.NotApplicable;
        }

        // The timestamp is the end of the grace period, so the grace is not added again.
        var margin = context.Value(MarginSeconds);
        var late = (long)(context.Cluster.CapturedAt - end).TotalSeconds;
        if (late <= margin)
        {
            return RuleOutcome.Passed;
        }

        var node = NodeState(context.Cluster.FindNode(nodeName));
        var finalizers = string.Join(", ", pod.Metadata.Finalizers);
        var heldBy = finalizers.Length > 0 ? $"finalizers {finalizers}" : node == "ready" ? "nothing that its object shows" : $"a node that is {node}";
        return RuleOutcome.Found(new RuleHit
        {
            Field = "metadata.deletionTimestamp",
            Message = $"should have gone {late} s ago and is held by {heldBy} (node {nodeName} is {node})",

            // A drain passes over the pods of DaemonSets, so these cannot hold it.
            Severity = pod.IsDaemonSetPod || pod.IsMirror ? Severity.Medium : null,
            Evidence =
            [
                new("lateSeconds", $"{late}"),
                new("marginSeconds", $"{margin}"),
                new("finalizers", finalizers),
                new("node", nodeName),
                new("nodeState", node),
            ],
        });
    }

    private static string NodeState(Node? node) => node switch
    {
        null => "gone",
        { IsReady: false } => "not ready",
        _ => "ready",
    };
}
