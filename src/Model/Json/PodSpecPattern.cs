using System.Buffers;
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

    private readonly byte[] _text;
    private readonly List<Hole> _holes;

    private PodSpecPattern(byte[] text, List<Hole> holes, PodSpec spec) => (_text, _holes, Spec) = (text, holes, spec);

    /// <summary>What every text that matches is decoded to.</summary>
    public PodSpec Spec { get; }

    /// <summary>Makes the pattern of a specification that was just read; null when there is none.</summary>
    /// <param name="text">The specification.</param>
    /// <param name="start">Where it stands in its object.</param>
    /// <param name="spec">What it was decoded to.</param>
    /// <param name="state">Knows where the parts stand that may have holes.</param>
    public static PodSpecPattern? Of(ReadOnlySpan<byte> text, int start, PodSpec spec, DecoderState state)
    {
        var (nodeAt, nodeLength) = state.NodeNameAt.GetOffsetAndLength(int.MaxValue);
        if (text.Length > MaxBytes || text.Slice(nodeLength == 0 ? 0 : nodeAt - start, nodeLength).ContainsAnyExcept(NameLetters))
        {
            return null;
        }

        var holes = new List<Hole>();
        if (nodeLength > 0)
        {
            holes.Add(new(nodeAt - start, nodeLength, IsNode: true));
        }

        // A volume that is kept under such a name, or from a claim of such a name, is no token.
        if (!spec.Volumes.Any(volume => volume.Name.Contains(TokenVolume, StringComparison.Ordinal) || volume.Source.Contains(TokenVolume, StringComparison.Ordinal)))
        {
            foreach (var range in state.Mounts.Append(state.VolumesAt))
            {
                var (at, length) = range.GetOffsetAndLength(int.MaxValue);
                AddTokens(text.Slice(length == 0 ? 0 : at - start, length), at - start, holes);
            }
        }

        holes.Sort(static (left, right) => left.At.CompareTo(right.At));
        return new(text.ToArray(), holes, spec);
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

        return text[at..].StartsWith(_text.AsSpan(known)) ? at + _text.Length - known : -1;
    }

    private static int LettersAt(ReadOnlySpan<byte> text, Hole hole) => hole.IsNode
        ? text.IndexOfAnyExcept(NameLetters)
        : text.Length >= TokenLetters && IsToken(text[..TokenLetters]) ? TokenLetters : -1;

    private static void AddTokens(ReadOnlySpan<byte> part, int offset, List<Hole> holes)
    {
        var prefix = "\"kube-api-access-"u8;
        for (var at = 0; part[at..].IndexOf(prefix) is >= 0 and var next;)
        {
            at += next + prefix.Length;
            if (part.Length > at + TokenLetters && part[at + TokenLetters] == '"' && IsToken(part.Slice(at, TokenLetters)))
            {
                holes.Add(new(offset + at, TokenLetters, IsNode: false));
            }
        }
    }

    private static bool IsToken(ReadOnlySpan<byte> letters) => !letters.ContainsAnyExcept(NameLetters);

    private readonly record struct Hole(int At, int Length, bool IsNode);
}
