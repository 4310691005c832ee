using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Fills in what the admission of pods takes from priority classes.</summary>
internal sealed class Priorities(ClusterSnapshot snapshot)
{
    // Source: https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#how-to-use-priority-and-preemption
    private const int SystemClusterCritical = 2_000_000_000;
    private const int SystemNodeCritical = 2_000_001_000;

    private readonly Dictionary<string, PriorityClass> _classes =
        snapshot.PriorityClasses.ToDictionary(c => c.Metadata.Name, StringComparer.Ordinal);

    private readonly PriorityClass? _default = snapshot.PriorityClasses.FirstOrDefault(c => c.IsGlobalDefault);

    /// <summary>The priority of a pod, admitted or not.</summary>
    public int Of(PodSpec spec) => spec.Priority ?? ClassOf(spec)?.Value ?? spec.PriorityClassName switch
    {
        "system-cluster-critical" => SystemClusterCritical,
        "system-node-critical" => SystemNodeCritical,
        _ => 0,
    };

    /// <summary>Whether it may preempt others. An admitted pod carries the policy of its class itself.</summary>
    public bool MayPreempt(PodSpec spec) => spec.MayPreempt && (spec.Priority is not null || ClassOf(spec) is not { MayPreempt: false });

    private PriorityClass? ClassOf(PodSpec spec) =>
        string.IsNullOrEmpty(spec.PriorityClassName) ? _default : _classes.GetValueOrDefault(spec.PriorityClassName);
}
