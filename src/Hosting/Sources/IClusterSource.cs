using RiskAnalyzer.Kubernetes.Manifests;

namespace RiskAnalyzer.Hosting.Sources;

/// <summary>Somewhere a cluster can be read: files, or an API server.</summary>
public interface IClusterSource
{
    /// <summary>Reads the cluster.</summary>
    /// <param name="progress">Told now and then how far the reading is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SourceUnreadableException">Nothing could be read, so that there is nothing to judge.</exception>
    Task<ClusterInput> ReadAsync(Action<ReadProgress> progress, CancellationToken cancellationToken);
}
