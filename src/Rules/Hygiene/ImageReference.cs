namespace RiskAnalyzer.Rules.Hygiene;

/// <summary>What of an image reference decides which image is run.</summary>
/// <remarks>Grammar: https://github.com/distribution/reference (host with port, path, tag, digest).</remarks>
/// <param name="Tag">The tag; null when none is written, which means latest.</param>
/// <param name="HasDigest">Whether a digest names the content; the tag is then only a remark.</param>
internal readonly record struct ImageReference(string? Tag, bool HasDigest)
{
    /// <summary>Reads <c>host:5000/team/cart:1.4@sha256:…</c>.</summary>
    public static ImageReference Parse(string image)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? image : image[..at];

        // A colon before the last slash belongs to the port of the registry.
        var colon = name.LastIndexOf(':');
        return new(colon > name.LastIndexOf('/') ? name[(colon + 1)..] : null, at >= 0);
    }
}
