using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Model.Snapshots;

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
        ThrowIfMisnamed(snapshot, endpoint.Name);
        return new ClusterInput
        {
            Snapshot = snapshot,
            Source = onlyNamespace is null ? endpoint.Name : $"{endpoint.Name}, namespace {onlyNamespace}",
            Notes = LiveReading.Notes(reading, endpoint.Name),
            Unread = reading.Unread,
            MissingAccess = reading.Missing?.ToYaml(),
        };
    });

    // An empty namespace is healthy; one that does not exist must not look like it.
    private void ThrowIfMisnamed(ClusterSnapshot snapshot, string cluster)
    {
        if (onlyNamespace is not null && snapshot.Knows(ResourceKinds.Namespaces) && snapshot.InNamespace(onlyNamespace).Object is null)
        {
            throw new SourceUnreadableException([$"{cluster}: there is no namespace {onlyNamespace}"]);
        }
    }
}
