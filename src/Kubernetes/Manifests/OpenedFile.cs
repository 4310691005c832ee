using System.IO.Compression;
using System.Text;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A file as a stream of UTF-8 text: decompressed if it was compressed, and with its kind seen from its first bytes.</summary>
internal sealed class OpenedFile : IDisposable
{
    private const int SniffedBytes = 4096;
    private const int TarMagicAt = 257;

    private readonly Stream? _seekable;

    private OpenedFile(Stream content, ContentKind kind, bool isCompressed, Stream? seekable) =>
        (Content, Kind, IsCompressed, _seekable) = (content, kind, isCompressed, seekable);

    /// <summary>The text, from its first byte without byte order mark.</summary>
    public Stream Content { get; }

    public ContentKind Kind { get; }

    public bool IsCompressed { get; }

    public static OpenedFile Open(Stream raw, string name)
    {
        var head = Sniff(raw, out var stream);
        var isCompressed = head.Span is [0x1f, 0x8b, ..];
        if (isCompressed)
        {
            head = Sniff(new GZipStream(stream, CompressionMode.Decompress), out stream);
        }

        Encoding? other = head.Span switch
        {
            [0xff, 0xfe, ..] => Encoding.Unicode,
            [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (other is not null)
        {
            // What a redirection in Windows PowerShell writes.
            head = Sniff(Encoding.CreateTranscodingStream(stream, other, Encoding.UTF8), out stream);
        }

        var hasMark = false;
        if (head.Span is [0xef, 0xbb, 0xbf, ..])
        {
            hasMark = true;
            stream.ReadExactly(stackalloc byte[3]);
            head = head[3..];
        }

        var isPlain = !isCompressed && other is null && !hasMark && raw.CanSeek;
        return new(stream, KindOf(head.Span, name), isCompressed, isPlain ? raw : null);
    }

    /// <summary>The text from an offset on, which can be jumped over further where the file allows it. <see cref="Content"/> is not to be read then.</summary>
    public Stream SkipTo(long offset)
    {
        if (_seekable is not null)
        {
            _ = _seekable.Seek(offset, SeekOrigin.Begin);
            return _seekable;
        }

        var buffer = new byte[SniffedBytes];
        while (offset > 0 && Content.Read(buffer, 0, (int)Math.Min(offset, buffer.Length)) is var read and > 0)
        {
            offset -= read;
        }

        return Content;
    }

    public void Dispose() => Content.Dispose();

    private static ReadOnlyMemory<byte> Sniff(Stream stream, out Stream whole)
    {
        var head = new byte[SniffedBytes];
        var length = stream.ReadAtLeast(head, SniffedBytes, throwOnEndOfStream: false);
        var read = head.AsMemory(0, length);
        whole = new PrefixedStream(read, stream);
        return read;
    }

    private static ContentKind KindOf(ReadOnlySpan<byte> head, string name)
    {
        if (head.Length > TarMagicAt + 5 && head[TarMagicAt..].StartsWith("ustar"u8))
        {
            return ContentKind.Archive;
        }

        if (head.Contains((byte)0) || head.ContainsAnyInRange((byte)1, (byte)6) || head.ContainsAnyInRange((byte)0x0e, (byte)0x1a))
        {
            return ContentKind.Binary;
        }

        var text = head.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty && head.Length < SniffedBytes)
        {
            return ContentKind.Empty;
        }

        var isNamedJson = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase);
        return isNamedJson || (!text.IsEmpty && BeginsAsJson(text)) ? ContentKind.Json : ContentKind.Yaml;
    }

    // A flow mapping of YAML, and a template, begin with a brace too.
    private static bool BeginsAsJson(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)'{' => text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..],
        (byte)'[' => text[1..].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']', ..],
        _ => false,
    };
}
