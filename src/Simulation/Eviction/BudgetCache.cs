using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Eviction;

/// <summary>The API server's cache of budgets. An eviction lists them consistently, and waits until the cache has caught up.</summary>
/// <remarks>The cache catches up when the server asks etcd for its progress, which it does at once after a quiet time and then every
/// 100 ms while somebody waits; that a write of a budget would do so earlier was not seen in recordings. So evictions that come together read together, and of those that
/// share a budget all but one then meet a conflict. Source: kubernetes/apiserver:pkg/storage/cacher (conditionalProgressRequester,
/// progressRequestPeriod) and feature ConsistentListFromCache, on by default since 1.31.</remarks>
internal sealed class BudgetCache(SimulationRun run)
{
    private readonly List<int> _waiting = [];
    private TimeSpan _nextProgress;
    private bool _isAsked;

    /// <summary>Lets an eviction read its budget as soon as the cache has caught up with its arrival.</summary>
    public void Read(int request)
    {
        var latencies = run.Settings.Latencies;
        if (latencies.BudgetCacheSeconds <= 0)
        {
            run.At(run.Now, EventKind.EvictionRead, request);
            return;
        }

        _waiting.Add(request);
        if (!_isAsked)
        {
            _isAsked = true;
            var asked = _nextProgress > run.Now ? _nextProgress : run.Now;
            _nextProgress = asked + TimeSpan.FromSeconds(latencies.BudgetCacheSeconds);
            run.At(asked + latencies.BudgetRead.Draw(run.Random), EventKind.CacheProgress, 0);
        }
    }

    /// <summary>etcd told its progress: whoever waits can read.</summary>
    public void OnProgress()
    {
        _isAsked = false;
        foreach (var request in _waiting)
        {
            run.At(run.Now, EventKind.EvictionRead, request);
        }

        _waiting.Clear();
    }
}
