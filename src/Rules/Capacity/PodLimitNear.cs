using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports nodes that hold nearly as many pods as they may.</summary>
internal sealed class PodLimitNear : Rule<Node>
{
    private static readonly Int32Parameter Percent = new(
        "percent", 95, 1, 100, "percent", "Share of the pod limit from which a node is reported.", "kubernetes-monitoring/kubernetes-mixin:alerts/kubelet.libsonnet");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pod-limit-near",
        Category = RuleCategory.Capacity,
        Severity = Severity.Medium,
        NeedsCluster = true,
        Needs = ResourceKinds.Pods,
        Summary = "The node holds nearly as many pods as it may",
        Why = """
            A node takes no more pods than its kubelet allows, whatever CPU and memory it has left. Pods of a drained node that are sent
            there stay Pending.
            """,
        Fix = "Add nodes, or raise the kubelet's maxPods where the pod network has addresses for it.",
        Sources = [new("Considerations for large clusters", "https://kubernetes.io/docs/setup/best-practices/cluster-large/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [Percent];

    /// <inheritdoc/>
    public override RuleOutcome Check(Node node, RuleContext context)
    {
        if (node.Allocatable?.Find(ResourceAmounts.Pods) is not { } limit || limit <= 0)
        {
            return RuleOutcome.NotEvaluated("the node does not say how many pods it takes");
        }

        var pods = context.Cluster.PodsOn(node.Name).Count(pod => !pod.IsFinished);
        return pods * 100L < limit * context.Value(Percent) ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = "status.allocatable.pods",
            Message = $"holds {pods} of {limit} pods, {pods * 100L / limit} % (limit {context.Value(Percent)} %)",
            Evidence = [new("pods", $"{pods}"), new("allocatablePods", $"{limit}"), new("percent", $"{context.Value(Percent)}")],
        });
    }
}
