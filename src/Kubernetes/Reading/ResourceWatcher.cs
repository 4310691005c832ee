using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Keeps the mirror of one resource up to date: list, watch, and list again when the server no longer knows where we were.</summary>
internal sealed class ResourceWatcher(IKubernetesApi api, ResourceMirror mirror, SemaphoreSlim lists, LiveClusterOptions options, TimeProvider clock)
{
    private readonly ResourceQuery _query = new(mirror.Resource);
    private readonly Backoff _backoff = new(clock);
    private string? _version;

    /// <summary>How it stands.</summary>
    public ResourceStatus Status { get; private set => Volatile.Write(ref field, value); } = new() { Resource = mirror.Resource };

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                _version ??= await ListAsync(cancellationToken);
                await WatchAsync(cancellationToken);
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

    private async Task<string> ListAsync(CancellationToken cancellationToken)
    {
        await lists.WaitAsync(cancellationToken);
        try
        {
            var version = await new ListReader(api, clock).ReadAsync(_query, mirror, cancellationToken);
            Status = Status with { State = ResourceState.Listed, LastContact = clock.GetUtcNow(), Problem = null };
            return version;
        }
        finally
        {
            _ = lists.Release();
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => silence.Cancel(), null, options.LongestSilence, Timeout.InfiniteTimeSpan);
        var (started, events) = (clock.GetUtcNow(), 0L);
        try
        {
            await api.WatchAsync(new(_query, _version), Receive, silence.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"the watch of {mirror.Resource} was silent for {options.LongestSilence.TotalSeconds:0} s");
        }

        // A server that ends watches as soon as they begin is in trouble, and must not be asked in a tight loop.
        if (events == 0 && clock.GetUtcNow() - started < TimeSpan.FromSeconds(1))
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"the server ended the watch of {mirror.Resource} at once");
        }

        void Receive(WatchEventType type, ReadOnlySpan<byte> json)
        {
            var key = ObjectKey.Read(json);
            mirror.Apply(type, json, key);
            _version = key.ResourceVersion.Length > 0 ? key.ResourceVersion : _version;
            events++;
            Status = Status with { LastContact = clock.GetUtcNow(), Problem = null };
            _ = timer.Change(options.LongestSilence, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task HandleAsync(KubernetesApiException failure, CancellationToken cancellationToken)
    {
        var state = failure.Failure switch
        {
            ApiFailure.Forbidden => ResourceState.Forbidden,
            ApiFailure.NotFound => ResourceState.Absent,
            _ => Status.State,
        };
        Status = Status with { State = state, Problem = failure.Message };
        if (failure.Failure is ApiFailure.Forbidden or ApiFailure.NotFound)
        {
            mirror.Clear();
            _version = null;
            Status = Status with { LastContact = clock.GetUtcNow() };
            await Task.Delay(options.AskAgainAfter, clock, cancellationToken);
            return;
        }

        if (failure.Failure == ApiFailure.Expired)
        {
            _version = null;
        }

        await _backoff.WaitAsync(failure.RetryAfter, cancellationToken);
    }
}
