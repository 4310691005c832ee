using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A storage class.</summary>
public sealed record StorageClass : IResource
{
    /// <inheritdoc/>
    public string ApiVersion { get; init; } = "storage.k8s.io/v1";

    /// <inheritdoc/>
    public string Kind => "StorageClass";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The provisioner; <c>kubernetes.io/no-provisioner</c> means that nobody makes volumes.</summary>
    public string Provisioner { get; init; } = "";

    /// <summary>Whether binding waits for a pod to be scheduled.</summary>
    public bool WaitsForFirstConsumer { get; init; }

    /// <summary>Topologies in which volumes may be made; null when anywhere.</summary>
    public ImmutableArray<NodeSelectorTerm>? AllowedTopologies { get; init; }
}
