namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Reads objects of a JSON file again, forwards.</summary>
internal sealed class IndexedObjects(OpenedFile opened, IndexedFile file) : IDisposable
{
    // Few objects have more, and what lies between two of them is jumped over.
    private const int UsualBytes = 32 * 1024;
    private const int MostBytes = 64 << 20;

    private readonly ByteWindow _window = new(opened.SkipTo(0), UsualBytes);

    /// <summary>The first object that begins on a line; empty when there is none. Lines must not go backwards.</summary>
    public ReadOnlySpan<byte> At(long line)
    {
        var offset = file.OffsetOf(line);
        if (offset < _window.Offset || !_window.SkipTo(offset) || _window.At(0) != '{')
        {
            return [];
        }

        var found = new JsonValueFinder(_window, MostBytes).FindBracketed();
        return found.Length < 0 ? [] : _window.Ahead[..found.Length];
    }

    public void Dispose() => _window.Dispose();
}
