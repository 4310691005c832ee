using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Keeps the mirror of one resource up to date: read everything, watch, and read everything again when the server no longer knows where we were.</summary>
internal sealed class ResourceWatcher(IKubernetesApi api, ResourceMirror mirror, SemaphoreSlim lists, LiveClusterOptions options, TimeProvider clock)
{
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestRelist = TimeSpan.FromSeconds(10);
    private readonly ResourceQuery _query = new(mirror.Resource);
    private readonly Backoff _backoff = new(clock);
    private readonly GrowingDelay _askAgain = new(options.AskAgainFirst, options.AskAgainAfter);
    private string? _version;
    private DateTimeOffset _listedAt;

    // Servers from 1.34 on send a list as the beginning of a watch, which is easier on their memory; others refuse.
    private bool _canStreamLists = true;

    /// <summary>How it stands.</summary>
    public ResourceStatus Status { get; private set => Volatile.Write(ref field, value); } = new() { Resource = mirror.Resource };

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(cancellationToken);
            }
            catch (KubernetesApiException failure)
            {
                await HandleAsync(failure, cancellationToken);
            }
#pragma warning disable CA1031 // One resource that fails in a way nobody thought of must not take the others down; it turns stale, and says why.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                _version = null;
                Status = Status with { Problem = $"unexpected failure ({failure.GetType().Name}): {failure.Message}" };
                await _backoff.WaitAsync(null, cancellationToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (_version is not null)
        {
            await WatchAsync(static () => { }, cancellationToken);
            return;
        }

        await lists.WaitAsync(cancellationToken);
        var isHeld = 1;
        try
        {
            if (_canStreamLists)
            {
                await WatchAsync(Complete, cancellationToken);
                return;
            }

            _version = await new ListReader(api, clock).ReadAsync(_query, mirror, cancellationToken);
            Complete();
        }
        finally
        {
            Release();
        }

        void Complete()
        {
            _listedAt = clock.GetUtcNow();
            Status = Status with { State = ResourceState.Listed, LastContact = _listedAt, Problem = null };
            _askAgain.Reset();
            Release();
        }

        void Release()
        {
            if (Interlocked.Exchange(ref isHeld, 0) == 1)
            {
                _ = lists.Release();
            }
        }
    }

    private async Task WatchAsync(Action complete, CancellationToken cancellationToken)
    {
        // A source with a time of its own may be disposed while that time comes.
        using var silence = new CancellationTokenSource(options.LongestSilence, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var session = new WatchSession(mirror, _version, Hear, complete);
        var started = clock.GetUtcNow();
        try
        {
            session.Begin();
            await api.WatchAsync(new(_query, _version), session.Receive, end.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"the watch of {mirror.Resource} was silent for {options.LongestSilence.TotalSeconds:0} s", error);
        }
        finally
        {
            _version = session.Version;
        }

        // A server that ends watches as soon as they begin is in trouble, and must not be asked in a tight loop.
        if (session.Version is null || (session.Events == 0 && clock.GetUtcNow() - started < ShortestWatch))
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"the server ended the watch of {mirror.Resource} at once");
        }

        void Hear()
        {
            Status = Status with { LastContact = clock.GetUtcNow(), Problem = null };
            _askAgain.Reset();
            silence.CancelAfter(options.LongestSilence);
        }
    }

    private async Task HandleAsync(KubernetesApiException failure, CancellationToken cancellationToken)
    {
        switch (failure.Failure)
        {
            case ApiFailure.NotSupported when _version is null && _canStreamLists:
                _canStreamLists = false;
                return;
            case ApiFailure.Forbidden or ApiFailure.NotFound:
                await LeaveOutAsync(failure, cancellationToken);
                return;
            case ApiFailure.Expired when _version is not null && clock.GetUtcNow() - _listedAt >= ShortestRelist:
                // A restarted server knows no older version; a list is what helps, and need not wait.
                (_version, Status) = (null, Status with { Problem = failure.Message });
                return;
            case ApiFailure.Expired:
                _version = null;
                break;
            default:
                break;
        }

        Status = Status with { Problem = failure.Message };
        await _backoff.WaitAsync(failure.RetryAfter, cancellationToken);
    }

    /// <summary>Forgets what may not be read, or is not there, and asks again later.</summary>
    private async Task LeaveOutAsync(KubernetesApiException failure, CancellationToken cancellationToken)
    {
        // A server that has just started refuses everybody until it has read its roles, and knows no add-on until it has read their definitions; so a
        // refusal is believed, and what was readable forgotten, only when that is said twice.
        var isBelieved = _askAgain.HasGrown || (failure.Failure == ApiFailure.NotFound && Status.State != ResourceState.Listed);
        if (isBelieved)
        {
            var state = failure.Failure == ApiFailure.Forbidden ? ResourceState.Forbidden : ResourceState.Absent;
            Status = Status with { State = state, Problem = failure.Message, LastContact = clock.GetUtcNow() };
            mirror.Clear();
            _version = null;
        }
        else
        {
            Status = Status with { Problem = failure.Message };
        }

        await Task.Delay(_askAgain.Take(), clock, cancellationToken);
    }
}
