namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>When one node looks: at the instants of a grid. While it is busy at most two of them are kept, and come at once afterwards.</summary>
/// <remarks>Source: kubereboot/kured:pkg/delaytick, a ticker of Go, which keeps one tick, behind a channel in whose hand-over another waits.</remarks>
internal sealed class LookTimes(TimeSpan first, TimeSpan period)
{
    private const int MostKept = 2;

    private long _last = -1;
    private long _kept;

    /// <summary>The next look of a node that is free.</summary>
    public TimeSpan Next(TimeSpan now)
    {
        if (_kept > 0)
        {
            _kept--;
            return now;
        }

        var due = now <= first ? 0 : (long)Math.Ceiling((now - first) / period);
        _last = Math.Max(_last + 1, due);
        return first + (period * _last);
    }

    /// <summary>The node was busy until now.</summary>
    public void WasBusy(TimeSpan now)
    {
        var passed = now < first ? -1 : (long)Math.Floor((now - first) / period);
        _kept = Math.Min(MostKept, _kept + Math.Max(0, passed - _last));
        _last = Math.Max(_last, passed);
    }
}
