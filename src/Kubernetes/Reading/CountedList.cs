using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Counts the objects of one list on their way to whoever takes them, and notes whose state they show.</summary>
internal sealed class CountedList(IListTarget inner, ReadingProgress progress, TimeProvider clock) : IListTarget
{
    private long _inPage;
    private long _expected;

    /// <summary>Objects of all whole pages.</summary>
    public long Objects { get; private set; }

    /// <summary>When the cluster looked like this: all pages of a list show the state of the first one. Null before that was read.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <inheritdoc/>
    public void Begin()
    {
        progress.Note(-Objects, -_expected);
        (_inPage, _expected, Objects, ReadAt) = (0, 0, 0, null);
        inner.Begin();
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json)
    {
        _inPage++;
        inner.Add(json);
    }

    /// <inheritdoc/>
    public void EndPage(ListPage page)
    {
        ReadAt ??= clock.GetUtcNow();
        var expected = Objects + _inPage + (page.Remaining ?? 0);
        progress.Note(_inPage, expected - _expected);
        (Objects, _expected, _inPage) = (Objects + _inPage, expected, 0);
        inner.EndPage(page);
    }

    /// <inheritdoc/>
    public void DropPage()
    {
        _inPage = 0;
        inner.DropPage();
    }
}
