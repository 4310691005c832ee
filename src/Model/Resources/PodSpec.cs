using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A pod specification without the node name; pods of one template share one instance.</summary>
public sealed record PodSpec
{
    private const long DefaultGraceSeconds = 30;

    /// <summary>A specification that says nothing, for owners whose template is unknown.</summary>
    public static PodSpec Empty { get; } = new();

    /// <summary>Regular containers.</summary>
    public ImmutableArray<Container> Containers { get; init; } = [];

    /// <summary>Init containers and sidecars, in their order.</summary>
    public ImmutableArray<Container> InitContainers { get; init; } = [];

    /// <summary>Time between the termination signal and the kill.</summary>
    /// <value>Seconds, 0 or more; null when the manifest leaves it to the API server, which assumes 30.</value>
    /// <remarks>Source: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination</remarks>
    public long? TerminationGracePeriodSeconds { get; init; }

    /// <summary>Time between the termination signal and the kill, as the API server fills it in.</summary>
    /// <value>Seconds, 0 or more; 30 when the manifest does not say.</value>
    public long GraceSeconds => TerminationGracePeriodSeconds ?? DefaultGraceSeconds;

    /// <summary>Labels that a node must carry.</summary>
    public LabelSet NodeSelector { get; init; } = LabelSet.Empty;

    /// <summary>Node and pod affinity; null when absent.</summary>
    public Affinity? Affinity { get; init; }

    /// <summary>Taints that the pod tolerates.</summary>
    public ImmutableArray<Toleration> Tolerations { get; init; } = [];

    /// <summary>Spread constraints of the pod's own.</summary>
    public ImmutableArray<TopologySpreadConstraint> TopologySpreadConstraints { get; init; } = [];

    /// <summary>The priority class by name; null when absent.</summary>
    public string? PriorityClassName { get; init; }

    /// <summary>The priority; null before admission, where the API assumes 0 or the class's value.</summary>
    public int? Priority { get; init; }

    /// <summary>Whether the pod may preempt others: false for <c>preemptionPolicy: Never</c>.</summary>
    public bool MayPreempt { get; init; } = true;

    /// <summary>The scheduler; <c>default-scheduler</c> when absent.</summary>
    public string SchedulerName { get; init; } = DefaultScheduler;

    /// <summary>Overhead of the runtime class.</summary>
    public ResourceAmounts Overhead { get; init; } = ResourceAmounts.None;

    /// <summary>Requests at the level of the pod; they override cpu, memory and hugepages of the containers.</summary>
    public ResourceAmounts PodLevelRequests { get; init; } = ResourceAmounts.None;

    /// <summary>Limits at the level of the pod; they bound its containers together.</summary>
    public ResourceAmounts PodLevelLimits { get; init; } = ResourceAmounts.None;

    /// <summary>Volumes that matter to a drain or to placement; all others are skipped while reading.</summary>
    public ImmutableArray<Volume> Volumes { get; init; } = [];

    /// <summary>Whether the pod is in the node's network.</summary>
    public bool HostNetwork { get; init; }

    /// <summary>Always, OnFailure or Never.</summary>
    public string RestartPolicy { get; init; } = "Always";

    /// <summary>How many conditions other than the kubelet's must be true before the pod is Ready.</summary>
    public int ReadinessGates { get; init; }

    /// <summary>Whether a scheduling gate keeps the pod from the scheduler.</summary>
    public bool IsGated { get; init; }

    /// <summary>Names of dynamic resource claims.</summary>
    public ImmutableArray<string> ResourceClaims { get; init; } = [];

    /// <summary>The scheduler's name when a pod names none.</summary>
    public const string DefaultScheduler = "default-scheduler";

    /// <inheritdoc/>
    public bool Equals(PodSpec? other) =>
        ReferenceEquals(this, other)
        || (other is not null && TerminationGracePeriodSeconds == other.TerminationGracePeriodSeconds && NodeSelector.Equals(other.NodeSelector)
        && Containers.AsSpan().SequenceEqual(other.Containers.AsSpan()) && InitContainers.AsSpan().SequenceEqual(other.InitContainers.AsSpan())
        && Equals(Affinity, other.Affinity) && Tolerations.AsSpan().SequenceEqual(other.Tolerations.AsSpan())
        && TopologySpreadConstraints.AsSpan().SequenceEqual(other.TopologySpreadConstraints.AsSpan())
        && PriorityClassName == other.PriorityClassName && Priority == other.Priority && MayPreempt == other.MayPreempt
        && SchedulerName == other.SchedulerName && Overhead == other.Overhead && PodLevelRequests == other.PodLevelRequests
        && PodLevelLimits == other.PodLevelLimits
        && Volumes.AsSpan().SequenceEqual(other.Volumes.AsSpan()) && HostNetwork == other.HostNetwork && RestartPolicy == other.RestartPolicy
        && ReadinessGates == other.ReadinessGates && IsGated == other.IsGated
        && ResourceClaims.AsSpan().SequenceEqual(other.ResourceClaims.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(TerminationGracePeriodSeconds);
        hash.Add(NodeSelector);
        hash.Add(PriorityClassName, StringComparer.Ordinal);
        hash.Add(Affinity);
        hash.Add(TopologySpreadConstraints.FirstOrDefault());
        foreach (var container in Containers)
        {
            hash.Add(container);
        }

        foreach (var volume in Volumes)
        {
            hash.Add(volume);
        }

        return hash.ToHashCode();
    }
}
