using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports workloads that have one node to go to, or too few nodes for their host ports.</summary>
internal sealed class TiedToOneNode : PodTemplateRule
{
    private static readonly BooleanParameter NodesAreReplaced = new(
        "nodesAreReplaced", false, "Whether maintenance replaces nodes by others of new names; what names a node is then a blocker.",
        "own choice: nodes are drained in place unless the platform says otherwise");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "tied-to-one-node",
        Category = RuleCategory.Capacity,
        Severity = Severity.High,
        Summary = "The pods can run on one node only",
        Why = """
            While that node is drained its pods have nowhere to go. They wait until it is back, which is downtime for the whole
            maintenance of the node; where nodes are replaced by others of new names, they wait for ever.
            """,
        Fix = "Select nodes by role or hardware and have at least two of them, not by host name.",
        Sources = [new("Assigning Pods to Nodes", "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [NodesAreReplaced];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.Workload is null || pods.IsDaemonSet || pods.IsJob)
        {
            return RuleOutcome.NotApplicable;
        }

        var named = NodeEligibility.NamedNode(pods);
        if (context.Cluster.Nodes.IsEmpty)
        {
            return named is { } host ? RuleOutcome.Found(Named(host.Node, host.Field, context))
                : NodeEligibility.IsRestricted(pods.Spec) || HostPortUse.Of(pods.Spec).Count > 0 ? RuleOutcome.NotEvaluated("no nodes in the input")
                : RuleOutcome.Passed;
        }

        // In a cluster with one node to run on, nothing is tied more than anything else.
        var tolerated = EligibleNodes.Of(pods.Spec, context.Cluster).Tolerated.Length;
        return tolerated < 2 ? RuleOutcome.NotApplicable
            : named is { } one ? RuleOutcome.Found(Named(one.Node, one.Field, context))
            : Judge(pods, tolerated, context);
    }

    private static RuleOutcome Judge(PodDefinition pods, int tolerated, RuleContext context)
    {
        var eligible = EligibleNodes.Of(pods.Spec, context.Cluster).All;
        if (eligible is [var only])
        {
            var field = pods.Spec.NodeSelector.Count > 0 ? "nodeSelector" : "affinity.nodeAffinity";
            return RuleOutcome.Found(new RuleHit
            {
                Field = pods.SpecField(field),
                Message = $"of {tolerated} nodes admits one, {only.Name}",
                Evidence = [new("eligibleNodes", only.Name), new("nodes", $"{tolerated}")],
            });
        }

        var ports = HostPortUse.Of(pods.Spec);
        var replicas = DesiredReplicas.Of(pods, context);
        if (ports.Count == 0 || replicas < 2)
        {
            return RuleOutcome.Passed;
        }

        var free = FreeNodes(eligible, ports, pods, context);
        return replicas < free ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = pods.SpecField("containers"),
            Message = $"binds host port {string.Join(", ", ports.Select(port => port.Port))} for {replicas} replicas, and {Counted.Of(free, "node has", "nodes have")} it free: "
                + "while one of them is drained its replica waits",
            Fix = "Run fewer replicas than there are nodes, or reach the pods through a Service instead of a host port.",
            Severity = Severity.Medium,
            Evidence = [new("replicas", $"{replicas}"), new("nodesWithFreePort", $"{free}")],
        });
    }

    private static int FreeNodes(ImmutableArray<Node> eligible, IReadOnlyList<HostPort> ports, PodDefinition pods, RuleContext context) =>
        eligible.Count(node => !HostPortUse.IsTaken(ports, node, pods.Object, context));

    private static RuleHit Named(string node, string field, RuleContext context) => new()
    {
        Field = field,
        Message = context.Value(NodesAreReplaced)
            ? $"names node {node}, which does not come back where nodes are replaced"
            : $"names node {node}, so its pods are away for as long as that node is",
        Severity = context.Value(NodesAreReplaced) ? Severity.Blocker : null,
        Evidence = [new("eligibleNodes", node)],
    };
}
