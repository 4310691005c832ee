namespace RiskAnalyzer.Webhook.Serving;

/// <summary>
/// Looks at files again and again. Mounted Secrets and ConfigMaps change by a symbolic link in the middle of the path, which file system
/// events do not tell.
/// </summary>
internal sealed class ReloadLoop(IEnumerable<IReloadable> sources, TimeSpan interval, TimeProvider clock) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var source in sources)
            {
                source.Check();
            }
        }
    }
}
