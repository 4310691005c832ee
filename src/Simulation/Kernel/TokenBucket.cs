namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>A client's rate limiter: requests wait in the order in which they ask.</summary>
/// <remarks>Behaves like golang.org/x/time/rate with Wait, which client-go uses: a request takes a token at once, going into debt,
/// and waits until the debt is earned back.</remarks>
internal sealed class TokenBucket(double requestsPerSecond, int burst)
{
    private double _tokens = burst;
    private TimeSpan _last;

    /// <summary>Reserves a request and returns when it may be sent.</summary>
    public TimeSpan Reserve(TimeSpan now)
    {
        if (double.IsPositiveInfinity(requestsPerSecond))
        {
            return now;
        }

        _tokens = Math.Min(burst, _tokens + ((now - _last).TotalSeconds * requestsPerSecond)) - 1;
        _last = now;
        return _tokens >= 0 ? now : now + TimeSpan.FromSeconds(-_tokens / requestsPerSecond);
    }
}
