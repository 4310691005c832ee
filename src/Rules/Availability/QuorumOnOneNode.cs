using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Capacity;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports a node that holds so many of a workload's pods that the rest may be too few to decide.</summary>
internal sealed class QuorumOnOneNode : Rule<Workload>
{
    private const int MinPods = 3;

    private static readonly Int32Parameter MajorityPercent = new(
        "majorityPercent", 50, 1, 99, "percent", "Share of the pods above which one node has too many; a StatefulSet must not even reach it.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [MajorityPercent];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "quorum-on-one-node",
        Category = RuleCategory.Availability,
        Severity = Severity.Medium,
        Summary = "Most replicas run on one node",
        Why = """
            Members of a quorum decide only while more than half of them are there. When one node holds half of them or more, its drain takes
            the whole system down although other members go on running. Workloads that do not vote lose most of their capacity.
            """,
        Fix = "Spread by kubernetes.io/hostname with maxSkew 1.",
        Sources = [KubernetesDocs.Spread],
        NeedsCluster = true,
        Needs = ResourceKinds.Nodes | ResourceKinds.Pods,
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        var pods = subject.KeepsReplicas ? around.ServingPodsOf(subject) : [];
        if (pods.Length < MinPods || ExclusiveVolumes.Of(subject, around).Shared.Count > 0)
        {
            return RuleOutcome.NotApplicable;
        }

        // All on one node is replicas-on-one-node.
        var most = NodeSpread.Most(pods);
        if (most == pods.Length)
        {
            return RuleOutcome.NotApplicable;
        }

        // No spread can do better than equal shares on the nodes there are.
        var isVoting = subject.Type == WorkloadKind.StatefulSet;
        var nodes = EligibleNodes.Of(subject.Template.Spec, context.Cluster).All.Length;
        var best = (pods.Length + Math.Max(1, nodes) - 1) / Math.Max(1, nodes);
        var share = most * 100L;
        var limit = (long)context.Value(MajorityPercent) * pods.Length;
        if (most <= best || (isVoting ? share < limit : share <= limit))
        {
            return RuleOutcome.Passed;
        }

        var spread = NodeSpread.Of(pods);
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.template.spec.topologySpreadConstraints",
            Severity = isVoting ? Severity.High : null,
            Message = $"{spread[0].Value} of {pods.Length} Ready pods run on node {spread[0].Key}",
            Evidence =
            [
                new("pods", NodeSpread.InWords(spread)), new("quorum", $"{(pods.Length / 2) + 1}"), new("eligibleNodes", $"{nodes}"),
                new("spread", NodeSpread.InWords(SpreadTerm.Of(subject.Template, around))),
            ],
        });
    }
}
