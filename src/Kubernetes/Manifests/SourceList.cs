using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>The files that one source stands for.</summary>
/// <param name="Source">The source as the user named it.</param>
/// <param name="Files">The files in ordinal order of their names.</param>
/// <param name="Error">Why there are none; null when there are.</param>
/// <param name="Problems">What could not be looked into on the way.</param>
internal sealed record SourceList(string Source, ImmutableArray<SourceFile> Files, InputError? Error, ImmutableArray<LoadProblem> Problems)
{
    public static SourceList Of(string source, SourceFile file) => new(source, [file], null, []);

    public static SourceList Failed(string source, string message) => new(source, [], new(source, message), []);

    public SourceLocation Location => new(Source, 0);
}
