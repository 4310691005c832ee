using System.Buffers;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>The part of a stream that is looked at: it moves forwards, and grows only as far as one object needs.</summary>
/// <param name="stream">The stream, which is closed with the window.</param>
/// <param name="firstSize">How much is read at first, in bytes.</param>
internal sealed class ByteWindow(Stream stream, int firstSize = 512 * 1024) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(firstSize);
    private int _start;
    private int _end;
    private bool _isOver;

    /// <summary>The bytes from the current position on, as far as they were read.</summary>
    public ReadOnlySpan<byte> Ahead => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The line of the current position, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The offset of the current position in the stream, in bytes.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads more bytes behind those that were read; false at the end of the stream.</summary>
    public bool More()
    {
        if (_isOver)
        {
            return false;
        }

        if (_start > 0)
        {
            Ahead.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        else if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Ahead.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isOver = read == 0;
        _end += read;
        return !_isOver;
    }

    /// <summary>Moves on by some bytes that hold a known number of line ends.</summary>
    public void Advance(int count, long lines)
    {
        _start += count;
        Offset += count;
        Line += lines;
    }

    /// <summary>Moves on by some bytes.</summary>
    public void Advance(int count) => Advance(count, Ahead[..count].Count((byte)'\n'));

    /// <summary>Moves on to an offset of the stream without counting lines; false when the stream ends before.</summary>
    public bool SkipTo(long offset)
    {
        var known = Math.Min(offset - Offset, Ahead.Length);
        Advance((int)known, 0);
        if (offset > Offset && stream.CanSeek)
        {
            _ = stream.Seek(offset - Offset, SeekOrigin.Current);
            Offset = offset;
        }

        while (offset > Offset && More())
        {
            Advance((int)Math.Min(offset - Offset, Ahead.Length), 0);
        }

        return offset == Offset;
    }

    /// <summary>Moves on over white space and returns the byte there; -1 at the end of the stream.</summary>
    public int NextToken()
    {
        while (true)
        {
            var skipped = Ahead.IndexOfAnyExcept(" \t\r\n"u8);
            if (skipped >= 0)
            {
                Advance(skipped);
                return Ahead[0];
            }

            Advance(_end - _start);
            if (!More())
            {
                return -1;
            }
        }
    }

    /// <summary>The byte at a distance from the current position, read if need be; -1 at the end of the stream.</summary>
    public int At(int distance)
    {
        while (_end - _start <= distance)
        {
            if (!More())
            {
                return -1;
            }
        }

        return _buffer[_start + distance];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        (_start, _end, _isOver) = (0, 0, true);
        stream.Dispose();
    }
}
