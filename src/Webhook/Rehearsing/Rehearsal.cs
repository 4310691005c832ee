using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Webhook.Rehearsing;

/// <summary>
/// Answers a few reviews of its own before the program says that it is ready. What runs for the first time is compiled and loaded first, and
/// the review of whoever comes first should not run into its deadline because of that.
/// </summary>
internal sealed class Rehearsal(RuleCatalog catalog, ILogger<Rehearsal> log) : BackgroundService
{
    // The first time loads and compiles, the second finds what only comes when something is there already.
    private const int Rounds = 2;
    private readonly TaskCompletionSource _over = new();

    /// <summary>Ends when the rehearsal is over, well or not.</summary>
    public Task Over => _over.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            // Not on the thread that starts the program.
            await Task.Run(() => RehearseAsync(stoppingToken), stoppingToken);
            Log.Rehearsed(log, RehearsalReviews.All.Count * Rounds, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException or CryptographicException)
        {
            // It only saves time; where there is no loopback the first reviews take longer.
            Log.NotRehearsed(log, failure.Message);
        }
        finally
        {
            _over.SetResult();
        }
    }

    private async Task RehearseAsync(CancellationToken cancellationToken)
    {
        await using var server = new RehearsalServer(catalog);
        using var client = new RehearsalClient();
        await client.ConnectAsync(await server.StartAsync(cancellationToken), server.Certificate, cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var review in RehearsalReviews.All)
            {
                await client.AskAsync(review, cancellationToken);
            }
        }
    }
}
