using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Finds the lines of fields in the files that objects were read from.</summary>
public sealed class SourceMap
{
    private readonly Func<SourceLocation, string, int?> _find = (_, _) => null;

    /// <summary>Knows no file, and answers with the line of the object.</summary>
    public static SourceMap Empty { get; } = new();

    /// <summary>The line of a field of the object at a location; that of the nearest parent which is written there when it is not.</summary>
    public int LineOf(SourceLocation location, string field) => _find(location, field) ?? location.Line;
}
