using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>
/// Follows a cluster and holds its latest immutable snapshot. An event of the API costs the same in a small and in a large cluster;
/// snapshots are made of many events at once, and share everything that did not change.
/// </summary>
public sealed class LiveCluster
{
    private readonly IKubernetesApi _api;
    private readonly LiveClusterOptions _options;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyList<ResourceWatcher> _watchers;
    private readonly ViewComposer _composer;
    private readonly Lock _composing = new();
    private readonly DateTimeOffset _since;
    private ClusterSnapshot _latest;
    private string? _serverVersion;

    /// <summary>Makes a view that knows nothing until <see cref="RunAsync"/> runs.</summary>
    /// <param name="api">The API.</param>
    /// <param name="options">How to follow the cluster.</param>
    /// <param name="clock">Tells the time.</param>
    public LiveCluster(IKubernetesApi api, LiveClusterOptions options, TimeProvider clock)
    {
        (_api, _options, _clock, _since) = (api, options, clock, clock.GetUtcNow());
        var mirrors = ApiResources.All.Select(resource => new ResourceMirror(resource)).ToList();
        var lists = new SemaphoreSlim(options.ParallelLists);
        _watchers = [.. mirrors.Select(mirror => new ResourceWatcher(api, mirror, lists, options, clock))];
        _composer = new(mirrors);
        _latest = new() { CapturedAt = _since };
    }

    /// <summary>The latest snapshot; null until every resource that Kubernetes itself has was read, or found not to be readable.</summary>
    public ClusterSnapshot? Current { get; private set => Volatile.Write(ref field, value); }

    /// <summary>How it stands with each resource.</summary>
    public IReadOnlyList<ResourceStatus> Resources => [.. _watchers.Select(watcher => watcher.Status)];

    /// <summary>How long ago the server last said something of the resource of which it has been silent the longest.</summary>
    /// <value>In a quiet cluster up to two minutes: bookmarks come every minute, and the first one of a watch after two. Forbidden and absent resources do not count.</value>
    public TimeSpan Staleness
    {
        get
        {
            var now = _clock.GetUtcNow();
            var followed = Resources.Where(status => status.State is ResourceState.Listed || (status.State is ResourceState.Pending && !status.Resource.IsOptional));
            return now - followed.Select(status => status.LastContact ?? _since).DefaultIfEmpty(_since).Min();
        }
    }

    /// <summary>How much there was to do for the latest snapshot.</summary>
    internal ViewWork LatestWork { get; private set; }

    /// <summary>Follows the cluster until it is cancelled. What goes wrong is in <see cref="Resources"/> and is tried again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll([.. _watchers.Select(watcher => Task.Run(() => watcher.RunAsync(cancellationToken), cancellationToken)), ComposeAsync(cancellationToken)]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked for.
        }
    }

    /// <summary>Makes a snapshot of everything that was heard so far, without waiting for the interval.</summary>
    /// <returns>The snapshot; null while <see cref="Current"/> is.</returns>
    public ClusterSnapshot? Refresh()
    {
        lock (_composing)
        {
            var statuses = Resources;
            if (!statuses.All(status => status.IsSettled || status.Resource.IsOptional))
            {
                return Current;
            }

            var (now, known) = (_clock.GetUtcNow(), ResourceStatus.Known(statuses));
            var next = _composer.Compose(_latest, now, known, _serverVersion, out var work);
            if (Current is null || work.HasChanges || known != _latest.Known || now - _latest.CapturedAt >= _options.LongestSnapshotAge)
            {
                (_latest, LatestWork) = (next, work);
                Current = next;
            }

            return Current;
        }
    }

    private async Task ComposeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.SnapshotInterval, _clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await ReadVersionAsync(cancellationToken);
            _ = Refresh();
        }
    }

    private async Task ReadVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            _serverVersion ??= await _api.VersionAsync(cancellationToken);
        }
        catch (KubernetesApiException)
        {
            // Rules that need the version say that they do not know it; it is asked for again.
        }
    }
}
