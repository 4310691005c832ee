namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>A time to wait that doubles with each use until it is reset.</summary>
/// <param name="first">The first one, above zero.</param>
/// <param name="longest">The longest one.</param>
internal sealed class GrowingDelay(TimeSpan first, TimeSpan longest)
{
    private TimeSpan? _next;

    /// <summary>Whether it was used since it was last reset.</summary>
    public bool HasGrown => _next is not null;

    /// <summary>The time to wait now.</summary>
    public TimeSpan Take()
    {
        var now = _next ?? first;
        _next = now * 2 < longest ? now * 2 : longest;
        return now;
    }

    /// <summary>Begins anew.</summary>
    public void Reset() => _next = null;
}
