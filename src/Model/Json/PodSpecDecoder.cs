using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the specification of a pod or of a template.</summary>
internal static class PodSpecDecoder
{
    /// <summary>Reads a specification and, apart from it, the node that it names.</summary>
    public static (PodSpec Spec, string? NodeName) Read(ref JsonCursor json)
    {
        string? nodeName = null;
        if (!json.BeginObject())
        {
            json.State.Lacks($"{json.Path}.containers");
            return (PodSpec.Empty, nodeName);
        }

        json.State.ForgetPlaces();
        ImmutableArray<Container> containers = [], initContainers = [];
        ImmutableArray<Volume> volumes = [];
        ImmutableArray<Toleration> tolerations = [];
        ImmutableArray<TopologySpreadConstraint> spread = [];
        ImmutableArray<string> claims = [];
        long? grace = null;
        int? priority = null;
        string? priorityClass = null, scheduler = null, restart = null;
        var (mayPreempt, hostNetwork, gates, schedulingGates) = (true, false, 0, 0);
        var (nodeSelector, overhead, podLevel) = (LabelSet.Empty, ResourceAmounts.None, ContainerResources.None);
        Affinity? affinity = null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Containers: containers = json.ReadList<Container>(ContainerDecoder.Read); break;
                case Field.InitContainers: initContainers = json.ReadList<Container>(ContainerDecoder.Read); break;
                case Field.Volumes: (volumes, json.State.VolumesAt) = ReadVolumes(ref json); break;
                case Field.NodeName: nodeName = ReadNodeName(ref json); break;
                case Field.TerminationGracePeriodSeconds: grace = json.ReadInt64(); break;
                case Field.NodeSelector: nodeSelector = json.ReadLabels(); break;
                case Field.Affinity: affinity = json.ReadMemoized(json.State.AffinityBytes, AffinityDecoder.Read); break;
                case Field.Tolerations: tolerations = json.ReadMemoized(json.State.TolerationBytes, TolerationDecoder.ReadAll); break;
                case Field.TopologySpreadConstraints: spread = json.ReadList<TopologySpreadConstraint>(SpreadDecoder.Read); break;
                case Field.PriorityClassName: priorityClass = json.ReadText() is { Length: > 0 } named ? named : null; break;
                case Field.Priority: priority = json.ReadInt32(); break;
                case Field.PreemptionPolicy: mayPreempt = json.ReadText() is not "Never"; break;
                case Field.SchedulerName: scheduler = json.ReadText() is { Length: > 0 } other ? other : null; break;
                case Field.Overhead: overhead = json.ReadAmounts(); break;
                case Field.Resources: podLevel = ResourcesDecoder.Read(ref json); break;
                case Field.HostNetwork: hostNetwork = json.ReadBoolean(); break;
                case Field.RestartPolicy: restart = json.ReadText() is { Length: > 0 } policy ? policy : null; break;
                case Field.ReadinessGates: gates = json.ReadCount(); break;
                case Field.SchedulingGates: schedulingGates = json.ReadCount(); break;
                case Field.ResourceClaims: claims = json.ReadList<string>(ReadName); break;
                default: json.Skip(); break;
            }
        }

        if (containers.IsEmpty)
        {
            json.State.Lacks($"{json.Path}.containers");
        }

        var spec = json.State.PodSpecs.Share(new()
        {
            Containers = containers,
            InitContainers = initContainers,
            TerminationGracePeriodSeconds = grace,
            NodeSelector = nodeSelector,
            Affinity = affinity,
            Tolerations = tolerations,
            TopologySpreadConstraints = spread,
            PriorityClassName = priorityClass,
            Priority = priority,
            MayPreempt = mayPreempt,
            SchedulerName = scheduler ?? PodSpec.DefaultScheduler,
            Overhead = overhead,
            PodLevelRequests = podLevel.Requests,
            PodLevelLimits = podLevel.Limits,
            Volumes = MountDecoder.WithReadOnlyMounts(ref json, volumes),
            HostNetwork = hostNetwork,
            RestartPolicy = restart ?? "Always",
            ReadinessGates = gates,
            IsGated = schedulingGates > 0,
            ResourceClaims = claims,
        });
        return (spec, nodeName);
    }

    private static (ImmutableArray<Volume> Volumes, Range At) ReadVolumes(ref JsonCursor json)
    {
        var start = json.Position;
        return (json.ReadList<Volume>(VolumeDecoder.Read), start..json.Position);
    }

    private static string? ReadNodeName(ref JsonCursor json)
    {
        var start = json.Position;
        var name = json.ReadText();
        var isNamed = !string.IsNullOrEmpty(name);
        json.State.NodeNameAt = isNamed ? (start + 1)..(json.Position - 1) : default;
        return isNamed ? name : null;
    }

    private static string? ReadName(ref JsonCursor json)
    {
        string? name = null;
        if (json.BeginObject())
        {
            while (json.NextField(out var field))
            {
                if (field == Field.Name)
                {
                    name = json.ReadText();
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return name;
    }
}
