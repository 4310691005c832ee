namespace RiskAnalyzer.Model.Primitives;

/// <summary>Where an object was read: a file name as the user gave it, or null for a live cluster, and a line.</summary>
/// <param name="File">The file as named by the user, <c>-</c> for standard input, null when the object came from the API.</param>
/// <param name="Line">The first line of the object, from 1; 0 when unknown.</param>
public readonly record struct SourceLocation(string? File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => File is null ? "" : Line > 0 ? $"{File}:{Line}" : File;
}
