using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Fills in what the admission of pods takes from priority classes.</summary>
internal sealed class Priorities(ClusterSnapshot snapshot)
{
    // Source: https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#how-to-use-priority-and-preemption
    private const int SystemClusterCritical = 2_000_000_000;
    private const int SystemNodeCritical = 2_000_001_000;

    private readonly Dictionary<string, int> _values =
        snapshot.PriorityClasses.ToDictionary(c => c.Metadata.Name, c => c.Value, StringComparer.Ordinal);

    private readonly int _default = snapshot.PriorityClasses.FirstOrDefault(c => c.IsGlobalDefault)?.Value ?? 0;

    public int Of(PodSpec spec) => spec.Priority ?? spec.PriorityClassName switch
    {
        null or "" => _default,
        { } name when _values.TryGetValue(name, out var value) => value,
        "system-cluster-critical" => SystemClusterCritical,
        "system-node-critical" => SystemNodeCritical,
        _ => 0,
    };
}
