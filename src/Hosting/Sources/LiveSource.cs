using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Hosting.Sources;

/// <summary>A live cluster.</summary>
/// <param name="connection">The way to it.</param>
/// <param name="onlyNamespace">The only namespace to read; null for all.</param>
public sealed class LiveSource(LiveConnection connection, string? onlyNamespace) : IClusterSource
{
    /// <inheritdoc/>
    public Task<ClusterInput> ReadAsync(Action<ReadProgress> progress, CancellationToken cancellationToken) => connection.UseAsync(async (api, endpoint) =>
    {
        var options = new ReadingOptions { Namespace = onlyNamespace, Progress = progress };
        var (snapshot, reading) = await new SnapshotReader(api, connection.Clock).ReadAsync(options, cancellationToken);
        LiveReading.ThrowIfNothing(reading, endpoint.Name);
        return new ClusterInput
        {
            Snapshot = snapshot,
            Source = onlyNamespace is null ? endpoint.Name : $"{endpoint.Name}, namespace {onlyNamespace}",
            Notes = LiveReading.Notes(reading, endpoint.Name),
            Unread = reading.Unread,
            MissingAccess = reading.Missing?.ToYaml(),
        };
    });
}
