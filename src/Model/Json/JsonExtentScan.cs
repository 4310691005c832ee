using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskAnalyzer.Model.Json;

/// <summary>
/// Looks for the end of an object or list in bytes that arrive in pieces, 64 bytes at a time: only quotes, backslashes, brackets
/// and line ends are looked at. A fresh value starts at the opening bracket.
/// </summary>
/// <remarks>The masks are those of https://arxiv.org/abs/1902.08318 (Langdale and Lemire, Parsing Gigabytes of JSON per Second).</remarks>
public struct JsonExtentScan
{
    private const int Block = 64;
    private const ulong EvenBits = 0x5555_5555_5555_5555;
    private ulong _inString;
    private ulong _escapes;
    private int _depth;

    /// <summary>Line ends seen, up to the end of the value if it was found.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether the nesting went beyond <see cref="JsonExtent.MaxDepth"/>; the end is found all the same.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Looks at the next bytes; how many of them belong to the value if it ends there, else -1.</summary>
    public int Continue(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        for (; at + Block <= bytes.Length; at += Block)
        {
            var end = Look(bytes.Slice(at, Block));
            if (end >= 0)
            {
                return at + end;
            }
        }

        for (; at < bytes.Length; at++)
        {
            if (Look(bytes[at]))
            {
                return at + 1;
            }
        }

        return -1;
    }

    private int Look(ReadOnlySpan<byte> block)
    {
        ref var start = ref MemoryMarshal.GetReference(block);
        var low = Vector256.LoadUnsafe(ref start);
        var high = Vector256.LoadUnsafe(ref start, (nuint)Vector256<byte>.Count);

        var quotes = Equal(low, high, (byte)'"') & ~Escaped(Equal(low, high, (byte)'\\'));
        var inString = PrefixXor(quotes) ^ _inString;
        _inString = (ulong)((long)inString >> 63);

        // Setting one bit makes '[' a '{' and ']' a '}', and nothing else that is found in JSON.
        var lowBrackets = low | Vector256.Create((byte)0x20);
        var highBrackets = high | Vector256.Create((byte)0x20);
        var opening = Equal(lowBrackets, highBrackets, (byte)'{') & ~inString;
        var closing = Equal(lowBrackets, highBrackets, (byte)'}') & ~inString;
        var lines = Equal(low, high, (byte)'\n');

        var opened = BitOperations.PopCount(opening);
        var closed = BitOperations.PopCount(closing);
        if (_depth > closed && _depth + opened <= JsonExtent.MaxDepth)
        {
            _depth += opened - closed;
            Lines += BitOperations.PopCount(lines);
            return -1;
        }

        return Walk(opening, closing, lines);
    }

    /// <summary>Follows the brackets of a block one by one.</summary>
    private int Walk(ulong opening, ulong closing, ulong lines)
    {
        for (var brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
        {
            var bit = brackets & (0 - brackets);
            if ((opening & bit) != 0)
            {
                IsTooDeep |= ++_depth > JsonExtent.MaxDepth;
            }
            else if (--_depth == 0)
            {
                Lines += BitOperations.PopCount(lines & (bit - 1));
                return BitOperations.TrailingZeroCount(bit) + 1;
            }
        }

        Lines += BitOperations.PopCount(lines);
        return -1;
    }

    private bool Look(byte next)
    {
        if (_escapes != 0)
        {
            _escapes = 0;
        }
        else if (next == '\\')
        {
            _escapes = 1;
        }
        else if (next == '"')
        {
            _inString = ~_inString;
        }
        else if (next == '\n')
        {
            Lines++;
        }
        else if (_inString == 0)
        {
            return Bracket(next);
        }

        return false;
    }

    private bool Bracket(byte next)
    {
        switch (next | 0x20)
        {
            case '{':
                IsTooDeep |= ++_depth > JsonExtent.MaxDepth;
                return false;
            case '}':
                return --_depth == 0;
            default:
                return false;
        }
    }

    /// <summary>The bytes that a backslash before them makes ordinary; a run of backslashes escapes itself in pairs.</summary>
    private ulong Escaped(ulong backslashes)
    {
        if (backslashes == 0)
        {
            var carried = _escapes;
            _escapes = 0;
            return carried;
        }

        backslashes &= ~_escapes;
        var following = (backslashes << 1) | _escapes;
        var oddStarts = backslashes & ~EvenBits & ~following;
        var evenRuns = unchecked(oddStarts + backslashes);
        _escapes = evenRuns < oddStarts ? 1UL : 0UL;
        return (EvenBits ^ (evenRuns << 1)) & following;
    }

    private static ulong Equal(Vector256<byte> low, Vector256<byte> high, byte wanted) =>
        Vector256.Equals(low, Vector256.Create(wanted)).ExtractMostSignificantBits()
        | ((ulong)Vector256.Equals(high, Vector256.Create(wanted)).ExtractMostSignificantBits() << 32);

    /// <summary>Sets each bit that has an odd number of set bits at or below it: from an opening quote to the byte before the closing one.</summary>
    private static ulong PrefixXor(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
        {
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        }

        for (var shift = 1; shift < Block; shift <<= 1)
        {
            bits ^= bits << shift;
        }

        return bits;
    }
}
