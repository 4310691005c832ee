namespace RiskAnalyzer.Rules.Hygiene;

/// <summary>What of an image reference decides which image is run.</summary>
/// <remarks>Grammar: https://github.com/distribution/reference (host with port, path, tag, digest).</remarks>
internal readonly ref struct ImageReference
{
    /// <summary>The tag; empty when none is written, which means latest.</summary>
    public ReadOnlySpan<char> Tag { get; private init; }

    /// <summary>Whether a tag is written.</summary>
    public bool HasTag { get; private init; }

    /// <summary>Whether a digest names the content; the tag is then only a remark.</summary>
    public bool HasDigest { get; private init; }

    /// <summary>Reads <c>host:5000/team/cart:1.4@sha256:…</c>.</summary>
    public static ImageReference Parse(ReadOnlySpan<char> image)
    {
        var at = image.IndexOf('@');
        var name = at < 0 ? image : image[..at];

        // A colon before the last slash belongs to the port of the registry.
        var colon = name.LastIndexOf(':');
        var hasTag = colon > name.LastIndexOf('/');
        return new() { Tag = hasTag ? name[(colon + 1)..] : default, HasTag = hasTag, HasDigest = at >= 0 };
    }
}
