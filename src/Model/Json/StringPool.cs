using System.Text;

namespace RiskAnalyzer.Model.Json;

/// <summary>Gives the same string for the same bytes, so that the names that fill a cluster exist once.</summary>
internal sealed class StringPool
{
    // Longer texts are rarely repeated and dear to compare.
    private const int MaxPooledBytes = 512;

    // The header of a string and two slots of the table.
    private const int BytesPerEntry = 56;

    private Entry[] _entries = new Entry[1024];
    private int _count;

    /// <value>Bytes, about, that the texts and their entries hold.</value>
    public long Bytes { get; private set; }

    /// <summary>The text of bytes that hold no escapes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > MaxPooledBytes)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = Hash(utf8);
        var slot = hash & (_entries.Length - 1);
        for (; _entries[slot].Text is { } text; slot = (slot + 1) & (_entries.Length - 1))
        {
            if (_entries[slot].Hash == hash && IsSame(utf8, text))
            {
                return text;
            }
        }

        var added = Encoding.UTF8.GetString(utf8);
        Bytes += (2 * added.Length) + BytesPerEntry;
        _entries[slot] = new(hash, added);
        if (++_count > _entries.Length / 2)
        {
            Grow();
        }

        return added;
    }

    // Names are ASCII; other text is made before it can be compared.
    private static bool IsSame(ReadOnlySpan<byte> utf8, string text) =>
        utf8.Length == text.Length ? Ascii.Equals(utf8, text) : Encoding.UTF8.GetString(utf8) == text;

    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        return hash.ToHashCode();
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry.Text is null)
            {
                continue;
            }

            var slot = entry.Hash & (_entries.Length - 1);
            while (_entries[slot].Text is not null)
            {
                slot = (slot + 1) & (_entries.Length - 1);
            }

            _entries[slot] = entry;
        }
    }

    private readonly record struct Entry(int Hash, string? Text);
}
