using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>Follows the cluster and decides, once a second, whether what is known of it may be judged by.</summary>
internal sealed class ClusterView(LiveCluster cluster, TimeSpan staleAfter, TimeProvider clock, ILogger<ClusterView> log)
    : BackgroundService, IClusterView, IViewStatus
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private volatile Sight _sight = new(ClusterSight.NotReady);
    private string _problem = "";

    /// <inheritdoc/>
    public ClusterSight Current => _sight.Value;

    /// <inheritdoc/>
    public bool IsReady => cluster.Current is not null;

    /// <inheritdoc/>
    public TimeSpan? Staleness => IsReady ? cluster.Staleness : null;

    /// <summary>Looks at the view now.</summary>
    public void Look()
    {
        var wasReady = _sight.Value.Blindness != ClusterSight.NotReady.Blindness;
        _sight = new(cluster.Current is not { } snapshot ? ClusterSight.NotReady : cluster.Staleness > staleAfter ? ClusterSight.Stale : new(snapshot, null));
        if (!wasReady && cluster.Current is { } first)
        {
            Log.ViewReady(log, first.Pods.Count(), first.Nodes.Length);
        }

        Report();
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

    // An API server that is down is a problem of each resource; one of them tells enough. An add-on that is not there is none.
    private void Report()
    {
        var problems = cluster.Resources.Where(status => status.Problem is not null && status is not { State: ResourceState.Absent, Resource.IsOptional: true }).ToList();
        var problem = problems.Count == 0 ? "" : problems.Count == 1 ? problems[0].Problem! : $"{problems[0].Problem} (and {problems.Count - 1} more resources)";
        if (problem != _problem && problem.Length > 0)
        {
            Log.ViewProblem(log, problem);
        }

        _problem = problem;
    }

    // A reference, so that readers see all of it or nothing.
    private sealed record Sight(ClusterSight Value);
}
