using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>What a pod requests, as the scheduler counts it.</summary>
/// <remarks>Source: kubernetes/component-helpers:resource/helpers.go (PodRequests, AggregateContainerRequests).</remarks>
public sealed record PodRequests
{
    /// <summary>What a container without a CPU request counts in the score.</summary>
    /// <value>Thousandths of a core.</value>
    /// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/util/pod_resources.go (DefaultMilliCPURequest)</remarks>
    public const long DefaultCpuMilli = 100;

    /// <summary>What a container without a memory request counts in the score.</summary>
    /// <value>Bytes.</value>
    /// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/util/pod_resources.go (DefaultMemoryRequest)</remarks>
    public const long DefaultMemoryBytes = 200 * 1024 * 1024;

    private static readonly ResourceAmounts Defaults = ResourceAmounts.Of(
        KeyValuePair.Create(ResourceAmounts.Cpu, DefaultCpuMilli), KeyValuePair.Create(ResourceAmounts.Memory, DefaultMemoryBytes));

    /// <summary>What filters compare with the node's room.</summary>
    public required ResourceAmounts Plain { get; init; }

    /// <summary>CPU in the score for emptiness, with the default for containers that request none.</summary>
    /// <value>Thousandths of a core.</value>
    public required long ScoredCpuMilli { get; init; }

    /// <summary>Memory in the score for emptiness, with the default for containers that request none.</summary>
    /// <value>Bytes.</value>
    public required long ScoredMemoryBytes { get; init; }

    /// <summary>The requests of a pod that is yet to be placed: what its specification says.</summary>
    public static PodRequests OfIncoming(PodSpec spec) => Of(spec, container => container.Requests);

    /// <summary>The requests of a pod on its node, where a resize in place may be under way.</summary>
    public static PodRequests OfRunning(Pod pod) =>
        pod.ContainerStatuses.Any(status => status.ResizedRequests is not null)
            ? Of(pod.Spec, container => WithResize(container, pod.ContainerStatuses, pod.IsResizeInfeasible))
            : OfIncoming(pod.Spec);

    private static PodRequests Of(PodSpec spec, Func<Container, ResourceAmounts> requestsOf)
    {
        var plain = Sum(spec, requestsOf);
        var scored = Sum(spec, container => WithDefaults(requestsOf(container), spec.PodLevelRequests));
        return new() { Plain = plain, ScoredCpuMilli = scored.CpuMilli, ScoredMemoryBytes = scored.MemoryBytes };
    }

    private static ResourceAmounts Sum(PodSpec spec, Func<Container, ResourceAmounts> requestsOf)
    {
        var total = ResourceAmounts.None;
        foreach (var container in spec.Containers)
        {
            total = total.Plus(requestsOf(container));
        }

        var sidecars = ResourceAmounts.None;
        var peak = ResourceAmounts.None;
        foreach (var container in spec.InitContainers)
        {
            var own = requestsOf(container);
            if (container.IsSidecar)
            {
                total = total.Plus(own);
                sidecars = sidecars.Plus(own);
                peak = peak.Max(sidecars);
            }
            else
            {
                peak = peak.Max(own.Plus(sidecars));
            }
        }

        return Override(total.Max(peak), spec.PodLevelRequests).Plus(spec.Overhead);
    }

    private static ResourceAmounts Override(ResourceAmounts containers, ResourceAmounts pod) =>
        pod.IsEmpty ? containers : ResourceAmounts.Of(containers.Pairs.Concat(pod.Pairs.Where(pair => IsSetPerPod(pair.Key))));

    private static bool IsSetPerPod(string name) =>
        name is ResourceAmounts.Cpu or ResourceAmounts.Memory || name.StartsWith("hugepages-", StringComparison.Ordinal);

    // A container's default is left out where the pod as a whole says what it requests.
    private static ResourceAmounts WithDefaults(ResourceAmounts own, ResourceAmounts pod)
    {
        var missing = Defaults.Pairs.Where(pair => own.Find(pair.Key) is null && pod.Find(pair.Key) is null).ToImmutableArray();
        return missing.IsEmpty ? own : ResourceAmounts.Of(own.Pairs.Concat(missing));
    }

    private static ResourceAmounts WithResize(Container container, ImmutableArray<ContainerStatus> statuses, bool isInfeasible)
    {
        var resized = statuses.FirstOrDefault(status => status.Name == container.Name)?.ResizedRequests;
        return resized is null ? container.Requests : isInfeasible ? resized : container.Requests.Max(resized);
    }
}
