using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>Follows the cluster and decides, once a second, whether what is known of it may be judged by.</summary>
internal sealed class ClusterView(LiveCluster cluster, TimeSpan staleAfter, TimeProvider clock, ILogger<ClusterView> log)
    : BackgroundService, IClusterView, IViewStatus
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private volatile Sight _sight = new(ClusterSight.NotReady);
    private readonly ViewTrouble _trouble = new(clock, log);

    /// <inheritdoc/>
    public ClusterSight Current => _sight.Value;

    /// <inheritdoc/>
    public bool IsReady => _sight.Value.Blindness != ClusterSight.NotReady.Blindness;

    /// <inheritdoc/>
    public TimeSpan? Staleness => IsReady ? cluster.Staleness : null;

    /// <summary>Looks at the view now.</summary>
    public void Look()
    {
        if (!IsReady && cluster.Current is { } first)
        {
            Log.ViewReady(log, first.Pods.Count(), first.Nodes.Length);

            // What reading all of it left behind goes back to the system before reviews come; the collector by itself would keep it.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }

        _sight = new(cluster.Current is not { } snapshot ? ClusterSight.NotReady : cluster.Staleness > staleAfter ? ClusterSight.Stale : new(snapshot, null));
        _trouble.Look(cluster.Resources);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(cluster.RunAsync(stoppingToken), LookAgainAndAgainAsync(stoppingToken));

    private async Task LookAgainAndAgainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            Look();
        }
    }

    // A reference, so that readers see all of it or nothing.
    private sealed record Sight(ClusterSight Value);
}
