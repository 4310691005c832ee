namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>How long one request is tried again: as the server asks, else longer each time, and not without end.</summary>
/// <remarks>Ten tries: kubernetes/client-go:rest/with_retry.go. A minute in all is a restart of an API server.</remarks>
internal sealed class Patience(TimeProvider clock)
{
    private const int MostTries = 10;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostInAll = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private int _tries;

    /// <summary>Waits before the next try; false when there is to be none.</summary>
    public async Task<bool> WaitAsync(TimeSpan? askedFor, CancellationToken cancellationToken)
    {
        var own = Math.Min(First.TotalSeconds * (1 << _tries), Longest.TotalSeconds) * (0.5 + Random.Shared.NextDouble());
        var wait = askedFor ?? TimeSpan.FromSeconds(own);
        if (++_tries >= MostTries || clock.GetUtcNow() + wait - _since > MostInAll)
        {
            return false;
        }

        await Task.Delay(wait, clock, cancellationToken);
        return true;
    }
}
