using RiskAnalyzer.Kubernetes.Manifests;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Adds up how far several lists are.</summary>
internal sealed class ReadingProgress(Action<ReadProgress>? report)
{
    private readonly Lock _lock = new();
    private long _read;
    private long _expected;

    /// <summary>Notes that a page was read.</summary>
    /// <param name="objects">Objects of the page; negative when a list begins anew.</param>
    /// <param name="expected">How many more objects there are than was thought before.</param>
    public void Note(long objects, long expected)
    {
        lock (_lock)
        {
            _read += objects;
            _expected += expected;
            report?.Invoke(new(_read, _expected > 0 ? (double)_read / _expected : null));
        }
    }
}
