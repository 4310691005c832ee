namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>Which objects are asked for.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Namespace">The only namespace; null for all, and for resources outside of namespaces.</param>
/// <param name="Name">The only object's name; null for all.</param>
public sealed record ResourceQuery(ApiResource Resource, string? Namespace = null, string? Name = null)
{
    /// <summary>What a command about one namespace asks for: of namespaces themselves only that one.</summary>
    public static ResourceQuery Of(ApiResource resource, string? onlyNamespace) => resource switch
    {
        _ when onlyNamespace is null => new(resource),
        { IsNamespaced: true } => new(resource, onlyNamespace),
        { Group: "", Plural: "namespaces" } => new(resource, Name: onlyNamespace),
        _ => new(resource),
    };
}
