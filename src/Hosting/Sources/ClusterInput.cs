using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Hosting.Sources;

/// <summary>A cluster that was read, and what is known of where.</summary>
public sealed record ClusterInput
{
    /// <summary>The cluster.</summary>
    public required ClusterSnapshot Snapshot { get; init; }

    /// <summary>Where it was read, for reports: the files as the user named them, or the context.</summary>
    public required string Source { get; init; }

    /// <summary>Kinds that could not be read although they were asked for: a forecast without them would be a guess.</summary>
    public ResourceKinds Unread { get; init; }

    /// <summary>What the user should know of the reading, for standard error.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>RBAC objects that grant what could not be read, as YAML; null when everything could be.</summary>
    public string? MissingAccess { get; init; }

    /// <summary>Finds the lines of fields in what was read.</summary>
    public SourceMap Lines { get; init; } = SourceMap.Empty;
}
