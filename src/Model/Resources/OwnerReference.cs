namespace RiskAnalyzer.Model.Resources;

/// <summary>The controller that owns an object.</summary>
public sealed record OwnerReference(string ApiVersion, string Kind, string Name)
{
    /// <summary>The API group, empty for the core group.</summary>
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? ApiVersion[..slash] : "";
}
