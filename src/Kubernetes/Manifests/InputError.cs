using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A source of which nothing could be read, so that the program has nothing to judge.</summary>
/// <param name="Source">The source as the user named it.</param>
/// <param name="Message">What is wrong with it and, where it helps, what would be right.</param>
/// <param name="Line">The line of it, from 1; 0 when it is about the whole source.</param>
public sealed record InputError(string Source, string Message, int Line = 0)
{
    /// <inheritdoc/>
    public override string ToString() => $"{new SourceLocation(Source, Line)}: {Message}";
}
