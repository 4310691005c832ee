using System.Buffers;
using System.Numerics;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>The text of a pod specification with holes where siblings differ: in the node, and in the name of the token volume, which is not kept.</summary>
internal sealed class PodSpecPattern
{
    private const int MaxBytes = 32 * 1024;

    // What the API server calls the volume of the service account's token, and how many letters it adds.
    // Source: kubernetes/kubernetes:plugin/pkg/admission/serviceaccount/admission.go (ServiceAccountVolumeName).
    private const string TokenVolume = "kube-api-access-";
    private const int TokenLetters = 5;

    private static readonly SearchValues<byte> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-."u8);

    private readonly List<Hole> _holes = [];
    private byte[] _text = [];
    private int _length;

    /// <summary>What every text that matches is decoded to; null as long as there is no pattern.</summary>
    public PodSpec? Spec { get; private set; }

    /// <summary>Takes the pattern of a specification that was just read, in place of the one before.</summary>
    /// <param name="text">The specification.</param>
    /// <param name="start">Where it stands in its object.</param>
    /// <param name="spec">What it was decoded to.</param>
    /// <param name="state">Knows where the parts stand that may have holes.</param>
    public void Take(ReadOnlySpan<byte> text, int start, PodSpec spec, DecoderState state)
    {
        Spec = null;
        var (nodeAt, nodeLength) = state.NodeNameAt.GetOffsetAndLength(int.MaxValue);
        if (text.Length > MaxBytes || text.Slice(nodeLength == 0 ? 0 : nodeAt - start, nodeLength).ContainsAnyExcept(NameLetters))
        {
            return;
        }

        _holes.Clear();
        if (nodeLength > 0)
        {
            _holes.Add(new(nodeAt - start, nodeLength, IsNode: true));
        }

        // A volume that is kept under such a name, or from a claim of such a name, is no token.
        if (!spec.Volumes.Any(volume => volume.Name.Contains(TokenVolume, StringComparison.Ordinal) || volume.Source.Contains(TokenVolume, StringComparison.Ordinal)))
        {
            foreach (var range in state.Mounts.Append(state.VolumesAt))
            {
                var (at, length) = range.GetOffsetAndLength(int.MaxValue);
                AddTokens(text.Slice(length == 0 ? 0 : at - start, length), at - start);
            }
        }

        _holes.Sort(static (left, right) => left.At.CompareTo(right.At));
        if (_text.Length < text.Length)
        {
            _text = new byte[BitOperations.RoundUpToPowerOf2((uint)text.Length)];
        }

        text.CopyTo(_text);
        (_length, Spec) = (text.Length, spec);
    }

    /// <summary>The length of the specification at the start of a text, and the node in it, if it fits the pattern; else -1.</summary>
    public int Match(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> node)
    {
        node = default;
        var (at, known) = (0, 0);
        foreach (var hole in _holes)
        {
            var plain = _text.AsSpan(known, hole.At - known);
            if (!text[at..].StartsWith(plain))
            {
                return -1;
            }

            at += plain.Length;
            known = hole.At + hole.Length;
            var length = LettersAt(text[at..], hole);
            if (length <= 0)
            {
                return -1;
            }

            node = hole.IsNode ? text.Slice(at, length) : node;
            at += length;
        }

        return text[at..].StartsWith(_text.AsSpan(known, _length - known)) ? at + _length - known : -1;
    }

    private static int LettersAt(ReadOnlySpan<byte> text, Hole hole) => hole.IsNode
        ? text.IndexOfAnyExcept(NameLetters)
        : text.Length >= TokenLetters && IsToken(text[..TokenLetters]) ? TokenLetters : -1;

    private void AddTokens(ReadOnlySpan<byte> part, int offset)
    {
        var prefix = "\"kube-api-access-"u8;
        for (var at = 0; part[at..].IndexOf(prefix) is >= 0 and var next;)
        {
            at += next + prefix.Length;
            if (part.Length > at + TokenLetters && part[at + TokenLetters] == '"' && IsToken(part.Slice(at, TokenLetters)))
            {
                _holes.Add(new(offset + at, TokenLetters, IsNode: false));
            }
        }
    }

    private static bool IsToken(ReadOnlySpan<byte> letters) => !letters.ContainsAnyExcept(NameLetters);

    private readonly record struct Hole(int At, int Length, bool IsNode);
}
