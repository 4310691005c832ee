using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Capacity;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Storage;

/// <summary>Reports pods whose volumes are in a zone that has no room for them without the node that they run on.</summary>
internal sealed class ZoneWithoutRoom : Rule<Workload>
{
    private const int NamesShown = 5;

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "zone-without-room",
        Category = RuleCategory.Storage,
        Severity = Severity.High,
        Summary = "Volume is in a zone that has no room on another node",
        Why = """
            A disk of one zone cannot follow its pod to another one. While the node is drained the pod waits for it to come back, though nodes
            in other zones may be half empty; a budget that waits for the pod stops the drain.
            """,
        Fix = "Add a node in that zone, or make room there: lower requests to measured use, or move pods that can run in other zones.",
        Sources = [new("Zonal volumes", "https://kubernetes.io/docs/setup/best-practices/multiple-zones/#storage-access-for-zones")],
        NeedsCluster = true,
        Needs = ResourceKinds.Nodes | ResourceKinds.Pods | ResourceKinds.PersistentVolumeClaims | ResourceKinds.PersistentVolumes,
    };

    public override IReadOnlyList<RuleParameter> Parameters => [NodeGroups.GroupLabels];

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        var pods = subject.KeepsReplicas ? OnZonalVolumes(around.PodsOf(subject), around, context.Cluster) : [];
        if (pods.Count == 0)
        {
            return RuleOutcome.NotApplicable;
        }

        var stranded = new List<(UnplacedPod Pod, PersistentVolume Volume)>();
        string? unknown = null;
        foreach (var (pod, volume) in pods)
        {
            if (pod.NodeName is null || context.Cluster.FindNode(pod.NodeName) is not { } node || !NodeEligibility.IsAvailable(node))
            {
                continue;
            }

            var room = GroupRoom.Of(NodeGroups.GroupOf(node, context), context.Cluster);
            unknown ??= room.Missing;
            if (Held(pod, room.Losses.GetValueOrDefault(node.Name)) is { } found)
            {
                stranded.Add((found, volume));
            }
        }

        return stranded.Count > 0 ? RuleOutcome.Found(Hit(subject, stranded))
            : unknown is not null ? RuleOutcome.NotEvaluated(unknown)
            : RuleOutcome.Passed;
    }

    private static UnplacedPod? Held(Pod pod, NodeLoss? loss) => loss?.HeldByVolume.FirstOrDefault(held => ReferenceEquals(held.Pod, pod));

    private static IReadOnlyList<(Pod Pod, PersistentVolume Volume)> OnZonalVolumes(ImmutableArray<Pod> pods, NamespaceSnapshot around, ClusterSnapshot cluster)
    {
        List<(Pod Pod, PersistentVolume Volume)>? found = null;
        foreach (var pod in pods)
        {
            if (!pod.IsFinished && ZonalVolume(pod, around, cluster) is { } volume)
            {
                (found ??= []).Add((pod, volume));
            }
        }

        return found ?? (IReadOnlyList<(Pod Pod, PersistentVolume Volume)>)[];
    }

    private static PersistentVolume? ZonalVolume(Pod pod, NamespaceSnapshot around, ClusterSnapshot cluster) =>
        PodVolumes.Of(pod, around, cluster).FirstOrDefault(volume => Zones.Of(volume).Count > 0);

    private static RuleHit Hit(Workload workload, List<(UnplacedPod Pod, PersistentVolume Volume)> stranded)
    {
        var (pod, volume) = stranded[0];
        var zones = string.Join(", ", Zones.Of(volume));
        var others = stranded.Count > 1 ? $", as {stranded.Count - 1} more of its pods have none in theirs" : "";
        return new()
        {
            Field = workload.VolumeClaimTemplates.IsEmpty ? "spec.template.spec.volumes" : "spec.volumeClaimTemplates",
            Message = $"while {pod.Pod.NodeName} is drained {pod.Name} finds no other node in zone {zones}, where its volume {volume.Metadata.Name} is{others}: {pod.Why}",
            Evidence =
            [
                new("zone", zones),
                new("volumes", string.Join(", ", stranded.Take(NamesShown).Select(each => $"{each.Volume.Metadata.Name} of {each.Pod.Name}"))),
                new("reasons", pod.Why),
            ],
        };
    }
}
