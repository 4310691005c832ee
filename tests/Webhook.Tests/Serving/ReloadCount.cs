using System.Diagnostics.Metrics;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>Counts what one counter of a meter counts, by its outcome.</summary>
internal sealed class ReloadCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _loaded;
    private long _rejected;

    public ReloadCount(Meter meter, string instrument)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Meter == meter && published.Name == instrument)
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            ref var count = ref tags[0].Value is "loaded" ? ref _loaded : ref _rejected;
            count += value;
        });
        _listener.Start();
    }

    public (long Loaded, long Rejected) LoadedAndRejected => (_loaded, _rejected);

    public void Dispose() => _listener.Dispose();
}
