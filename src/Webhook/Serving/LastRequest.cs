using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>
/// Leaves each connection a moment for one more request when the server stops. A client whose connection was accepted just before has yet to
/// send the request that it connected for, and Kestrel would close it as idle.
/// </summary>
/// <param name="clock">Tells when the moment is over.</param>
internal sealed class LastRequest(TimeProvider clock)
{
    /// <summary>How long a connection that carries nothing stays after the server has stopped to listen.</summary>
    /// <value>A second: enough for a handshake and a request on a slow network.</value>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Puts the moment between the server's wish to close a connection and whoever reads requests from it.</summary>
    public ConnectionDelegate Guard(ConnectionDelegate next) => async connection =>
    {
        if (connection.Features.Get<IConnectionLifetimeNotificationFeature>() is not { } server)
        {
            await next(connection);
            return;
        }

        var closing = new CancellationTokenSource();
        await using var moment = clock.CreateTimer(_ => closing.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var stopping = server.ConnectionClosedRequested.Register(() => moment.Change(Moment, Timeout.InfiniteTimeSpan));
        connection.Features.Set<IConnectionLifetimeNotificationFeature>(new Closing(closing));
        await next(connection);
    };

    private sealed class Closing(CancellationTokenSource source) : IConnectionLifetimeNotificationFeature
    {
        public CancellationToken ConnectionClosedRequested { get; set; } = source.Token;

        public void RequestClose() => source.Cancel();
    }
}
