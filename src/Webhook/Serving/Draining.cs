using Microsoft.AspNetCore.Connections.Features;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>
/// Keeps accepting for a while after the signal to end, because nodes and the API server learn only then that this pod is no endpoint any
/// more. In that time readiness says so, and every connection that is used is asked to move: HTTP/1.1 by <c>Connection: close</c>, HTTP/2 by
/// GOAWAY, each after the answer. Then Kestrel stops, which lets reviews that are under way end.
/// </summary>
/// <param name="delay">How long connections are still accepted.</param>
/// <param name="clock">Tells when that is over.</param>
/// <param name="log">Takes what happens.</param>
internal sealed class Draining(TimeSpan delay, TimeProvider clock, ILogger<Draining> log) : IHostedLifecycleService
{
    private volatile bool _hasBegun;

    /// <summary>Whether the program is about to end.</summary>
    public bool HasBegun => _hasBegun;

    /// <summary>Asks the connection of a request to move, once draining has begun.</summary>
    public async Task GuideAsync(HttpContext context, RequestDelegate next)
    {
        if (!_hasBegun)
        {
            await next(context);
            return;
        }

        // The header is part of the answer, so that an HTTP/1.1 client never sends another request on a connection that is about to close.
        var isHttp1 = !HttpProtocol.IsHttp2(context.Request.Protocol);
        if (isHttp1)
        {
            context.Response.Headers.Connection = "close";
        }

        await next(context);
        if (!isHttp1)
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }
    }

    /// <summary>Called before anything is stopped; the server goes on until it returns.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        Log.DrainingBegins(log, delay.TotalSeconds);
        await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
