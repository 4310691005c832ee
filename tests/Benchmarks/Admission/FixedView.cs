using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Webhook;

namespace RiskAnalyzer.Benchmarks.Admission;

/// <summary>A view that does not change.</summary>
internal sealed class FixedView(ClusterSnapshot cluster) : IClusterView
{
    public ClusterSight Current { get; } = new(cluster, null);

    public int Pods { get; } = cluster.Pods.Count();
}
