using Microsoft.AspNetCore.Connections.Features;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>
/// Keeps accepting for a while after the signal to end, because nodes and the API server learn only then that this pod is no endpoint any
/// more. In that time readiness says so, and every connection that is used is asked to move: HTTP/1.1 by <c>Connection: close</c>, HTTP/2 by
/// GOAWAY, each after the answer. Then Kestrel stops, which lets reviews that are under way end.
/// </summary>
internal sealed class Draining : IHostedLifecycleService
{
    private readonly TimeSpan _delay;
    private readonly TimeProvider _clock;
    private readonly ILogger<Draining> _log;
    private readonly Func<object, Task> _askToMove;
    private volatile bool _hasBegun;

    /// <summary>Waits for the signal.</summary>
    /// <param name="delay">How long connections are still accepted.</param>
    /// <param name="clock">Tells when that is over.</param>
    /// <param name="log">Takes what happens.</param>
    public Draining(TimeSpan delay, TimeProvider clock, ILogger<Draining> log)
    {
        (_delay, _clock, _log) = (delay, clock, log);
        _askToMove = AskToMove;
    }

    /// <summary>Whether the program is about to end.</summary>
    public bool HasBegun => _hasBegun;

    /// <summary>Asks the connection of a request to move, if draining has begun by the time of its answer.</summary>
    public Task GuideAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            return GuideHttp2Async(context, next);
        }

        context.Response.OnStarting(_askToMove, context);
        return next(context);
    }

    private async Task GuideHttp2Async(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (_hasBegun)
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }
    }

    // The header is part of the answer, so that an HTTP/1.1 client never sends another request on a connection that is about to close.
    private Task AskToMove(object context)
    {
        if (_hasBegun)
        {
            ((HttpContext)context).Response.Headers.Connection = "close";
        }

        return Task.CompletedTask;
    }

    /// <summary>Called before anything is stopped; the server goes on until it returns.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        Log.DrainingBegins(_log, _delay.TotalSeconds);
        await Task.Delay(_delay, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
