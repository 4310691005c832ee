namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>How long to wait before the next attempt: longer each time, never quite the same, so that clients do not return in step.</summary>
/// <remarks>
/// Numbers: kubernetes/client-go:tools/cache/reflector.go (800 ms, doubled, reset after two quiet minutes), except that it waits 10 s at most and not 60 s:
/// who forecasts maintenance is needed most while API servers restart, and a view is complete only with the last of its resources.
/// </remarks>
internal sealed class Backoff(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromMinutes(2);
    private TimeSpan _next = First;
    private DateTimeOffset _last;

    /// <summary>Waits; no shorter than the server asked for.</summary>
    public Task WaitAsync(TimeSpan? askedFor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        _next = now - _last > ForgetAfter ? First : _next;
        var wait = _next * (1 + Random.Shared.NextDouble());
        (_next, _last) = (_next * 2 < Longest ? _next * 2 : Longest, now);
        return Task.Delay(askedFor > wait ? askedFor.Value : wait, clock, cancellationToken);
    }
}
