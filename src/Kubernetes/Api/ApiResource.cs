using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>A resource of the API that can be listed and watched.</summary>
public sealed record ApiResource
{
    /// <summary>The API group, empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version in which it is read.</summary>
    public string Version { get; init; } = "v1";

    /// <summary>The name in paths and in RBAC rules, for example <c>pods</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>The kind of its objects, for example <c>Pod</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether its objects belong to namespaces.</summary>
    public bool IsNamespaced { get; init; } = true;

    /// <summary>Whether an add-on brings it, so that a cluster without it simply has none of its objects.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The flag that says that its objects were looked at.</summary>
    public required ResourceKinds Provides { get; init; }

    /// <summary>The version and kind of its objects; the items of a list do not say them.</summary>
    public ObjectType Type => new(ApiVersion, Kind);

    /// <summary>The version as objects carry it, for example <c>apps/v1</c>.</summary>
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>The name in messages and in RBAC, for example <c>deployments.apps</c>.</summary>
    public string FullName => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <inheritdoc/>
    public override string ToString() => FullName;
}
