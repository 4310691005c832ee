namespace RiskAnalyzer.Model.Primitives;

/// <summary>Names one object of a cluster; prints as <c>Kind/namespace/name</c>, without the namespace for cluster-wide kinds.</summary>
public readonly record struct ObjectReference(string ApiVersion, string Kind, string? Namespace, string Name) : IComparable<ObjectReference>
{
    /// <summary>The API group, empty for the core group.</summary>
    public string Group => GroupOf(ApiVersion);

    /// <summary>Orders by namespace, kind, name and version, ordinally.</summary>
    public int CompareTo(ObjectReference other)
    {
        var order = string.CompareOrdinal(Namespace ?? "", other.Namespace ?? "");
        order = order != 0 ? order : string.CompareOrdinal(Kind, other.Kind);
        order = order != 0 ? order : string.CompareOrdinal(Name, other.Name);
        return order != 0 ? order : string.CompareOrdinal(ApiVersion, other.ApiVersion);
    }

    /// <summary>The API group of a version, empty for the core group.</summary>
    internal static string GroupOf(string apiVersion) => apiVersion switch
    {
        // The common ones without making a text each time.
        "v1" => "",
        "apps/v1" => "apps",
        "batch/v1" => "batch",
        "policy/v1" => "policy",
        "autoscaling/v1" or "autoscaling/v2" => "autoscaling",
        _ => apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? apiVersion[..slash] : "",
    };

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Namespace) ? $"{Kind}/{Name}" : $"{Kind}/{Namespace}/{Name}";
}
