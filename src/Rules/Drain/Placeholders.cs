using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>The workloads of negative priority, which are there to keep room free until somebody needs it.</summary>
internal static class Placeholders
{
    // Every workload asks; the answer lives as long as the snapshot.
    private static readonly ConditionalWeakTable<ClusterSnapshot, HashSet<string>> Known = [];

    /// <summary>Whether a workload, by reference, is one of them.</summary>
    public static bool Contain(ClusterSnapshot cluster, string workload) => Known.GetValue(cluster, Find).Contains(workload);

    /// <summary>The priority of a workload's pods, as admission wrote it.</summary>
    public static int PriorityOf(Workload workload, ClusterSnapshot cluster)
    {
        foreach (var pod in cluster.InNamespace(workload.Metadata.Namespace ?? "").PodsOf(workload))
        {
            if (pod.Spec.Priority is { } priority)
            {
                return priority;
            }
        }

        return workload.Template.Spec.Priority ?? 0;
    }

    private static HashSet<string> Find(ClusterSnapshot cluster) =>
        cluster.Workloads.Where(workload => PriorityOf(workload, cluster) < 0).Select(workload => $"{workload.Reference}").ToHashSet(StringComparer.Ordinal);
}
