using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Capacity;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports replicas that all share one zone of several.</summary>
internal sealed class ReplicasInOneZone : Rule<Workload>
{
    private static readonly BooleanParameter ZoneResilient = new(
        "zoneResilient", false, "Whether the environment is meant to survive the loss of a zone, which makes the finding high.",
        "elastisys/compliantkubernetes:docs/user-guide/go-live.md");

    public override IReadOnlyList<RuleParameter> Parameters => [ZoneResilient];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "replicas-in-one-zone",
        Category = RuleCategory.Availability,
        Severity = Severity.Low,
        Summary = "All replicas run in one zone",
        Why = "When maintenance takes a zone, or a zone fails, all replicas go with it although other zones have nodes for them.",
        Fix = "Add a topology spread constraint on topology.kubernetes.io/zone, and use a storage class that binds when the pod is scheduled.",
        Sources = [KubernetesDocs.Spread],
        NeedsCluster = true,
        Needs = ResourceKinds.Nodes | ResourceKinds.Pods,
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        var pods = subject.KeepsReplicas ? around.ServingPodsOf(subject) : [];
        var eligible = EligibleNodes.Of(subject.Template.Spec, context.Cluster).Zones;

        // All on one node is replicas-on-one-node.
        if (pods.Length < 2 || eligible.Count < 2 || NodeSpread.OnlyNode(pods) is not null)
        {
            return RuleOutcome.NotApplicable;
        }

        var nodes = pods.Select(pod => context.Cluster.FindNode(pod.NodeName!)).ToArray();
        if (Array.Exists(nodes, IsZoneless))
        {
            return RuleOutcome.NotEvaluated("a pod's node has no zone label");
        }

        if (Zones.Of(nodes.OfType<Node>()) is not [var zone])
        {
            return RuleOutcome.Passed;
        }

        return HasZonalVolume(pods, around, context.Cluster)
            ? RuleOutcome.NotApplicable
            : RuleOutcome.Found(new RuleHit
            {
                Field = "spec.template.spec.topologySpreadConstraints",
                Severity = context.Value(ZoneResilient) ? Severity.High : null,
                Message = $"all {pods.Length} Ready pods run in zone {zone}, though {eligible.Count} zones have eligible nodes",
                Evidence = [new("zone", zone), new("zones", string.Join(", ", eligible)), new("pods", NodeSpread.InWords(NodeSpread.Of(pods)))],
            });
    }

    private static bool IsZoneless(Node? node) => node is null || !node.Metadata.Labels.ContainsKey(NodeLabels.Zone);

    // A volume of one zone keeps its pod there on purpose.
    private static bool HasZonalVolume(ImmutableArray<Pod> pods, NamespaceSnapshot around, ClusterSnapshot cluster) =>
        pods.SelectMany(pod => PodVolumes.Of(pod, around, cluster)).Any(volume => volume.NodeAffinity is { Length: > 0 });
}
