using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>JSON that is being written, with a limit on its size.</summary>
/// <param name="limit">The most bytes that may be written.</param>
internal sealed class JsonOutput(int limit)
{
    private const int FirstSize = 4096;
    private byte[] _bytes = new byte[FirstSize];

    private long _line;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written, gives a large buffer back, and begins anew on a line.</summary>
    public void Clear(long line)
    {
        Length = 0;
        _line = line;
        if (_bytes.Length > FirstSize * 256)
        {
            _bytes = new byte[FirstSize];
        }
    }

    /// <summary>Writes line ends until a line is reached.</summary>
    public void MoveTo(long line)
    {
        for (; _line < line; _line++)
        {
            Write('\n');
        }
    }

    public void Write(char ascii)
    {
        Grow(1);
        _bytes[Length++] = (byte)ascii;
    }

    public void Write(ReadOnlySpan<byte> json)
    {
        Grow(json.Length);
        json.CopyTo(_bytes.AsSpan(Length));
        Length += json.Length;
    }

    public void WriteNumber(long value)
    {
        Grow(20);
        _ = Utf8Formatter.TryFormat(value, _bytes.AsSpan(Length), out var written);
        Length += written;
    }

    public void WriteNumber(double value) => Write(Encoding.UTF8.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Writes text between quotes.</summary>
    public void WriteText(string text)
    {
        Write('"');
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('"' or '\\' or < ' '))
            {
                continue;
            }

            WritePlain(text.AsSpan(start, i - start));
            Write(Encoding.UTF8.GetBytes(text[i] is '"' or '\\' ? $"\\{text[i]}" : $"\\u{(int)text[i]:x4}"));
            start = i + 1;
        }

        WritePlain(text.AsSpan(start));
        Write('"');
    }

    private void WritePlain(ReadOnlySpan<char> text)
    {
        Grow(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    private void Grow(int more)
    {
        if ((long)Length + more > limit)
        {
            throw new YamlProblemException($"is larger than {limit >> 20} MiB when its aliases are written out");
        }

        if (Length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(limit, Math.Max((long)_bytes.Length * 2, Length + more)));
        }
    }
}
