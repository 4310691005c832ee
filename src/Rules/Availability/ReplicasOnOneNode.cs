using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Capacity;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports replicas that all share one node.</summary>
internal sealed class ReplicasOnOneNode : Rule<Workload>
{
    private static readonly Int32Parameter MinPods = new("minPods", 2, 2, 1000, "pods", "Serving pods from which on the rule looks.", "own choice");

    private static readonly Int32Parameter MinNodesEligible = new(
        "minNodesEligible", 2, 2, 1000, "nodes", "Nodes that the pods' selectors and tolerations leave, from which on the rule looks.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [MinPods, MinNodesEligible];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "replicas-on-one-node",
        Category = RuleCategory.Availability,
        Severity = Severity.High,
        Summary = "All replicas run on one node",
        Why = """
            The drain of that one node evicts all replicas at once, so that having several does not help. Nothing moves pods back by itself
            after earlier maintenance put them together.
            """,
        Fix = """
            Add a topology spread constraint on kubernetes.io/hostname. For the coming window, restart the rollout so that the scheduler
            spreads the pods again.
            """,
        Sources = [KubernetesDocs.Spread],
        NeedsCluster = true,
        Needs = ResourceKinds.Nodes | ResourceKinds.Pods,
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        var pods = subject.KeepsReplicas ? around.ServingPodsOf(subject) : [];
        if (pods.Length < context.Value(MinPods) || pods.IsEmpty)
        {
            return RuleOutcome.NotApplicable;
        }

        if (NodeSpread.OnlyNode(pods) is not { } only)
        {
            return RuleOutcome.Passed;
        }

        // Pods that share a volume of one node have to be there: exclusive-volume-shared says so.
        var nodes = EligibleNodes.Of(subject.Template.Spec, context.Cluster).All.Length;
        if (nodes < context.Value(MinNodesEligible) || ExclusiveVolumes.Of(subject, around).Shared.Count > 0)
        {
            return RuleOutcome.NotApplicable;
        }

        var placed = pods.Select(static pod => pod.PodScheduled?.Since).Max();
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.template.spec.topologySpreadConstraints",
            Message = $"all {pods.Length} Ready pods run on node {only}, though {nodes} nodes are eligible",
            Evidence =
            [
                new("pods", NodeSpread.InWords(NodeSpread.Of(pods))), new("eligibleNodes", $"{nodes}"),
                new("spread", NodeSpread.InWords(SpreadTerm.Of(subject.Template, around))),
                .. placed is { } at ? [new("placed", $"{at:yyyy-MM-ddTHH:mm:ssZ}")] : Array.Empty<KeyValuePair<string, string>>(),
            ],
        });
    }
}
