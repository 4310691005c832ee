using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A node.</summary>
public sealed record Node : IResource
{
    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "Node";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Whether the node is cordoned.</summary>
    public bool Unschedulable { get; init; }

    /// <summary>Taints.</summary>
    public ImmutableArray<Taint> Taints { get; init; } = [];

    /// <summary>What pods may request in sum; null when the status is missing, so that nothing can be said of room.</summary>
    public ResourceAmounts? Allocatable { get; init; }

    /// <summary>Conditions by type, for example Ready or DiskPressure.</summary>
    public ImmutableArray<NodeCondition> Conditions { get; init; } = [];

    /// <summary>Images present, as far as listed.</summary>
    public ImmutableArray<NodeImage> Images { get; init; } = [];

    /// <summary>The kubelet's version as it prints it; null when not said.</summary>
    public string? KubeletVersion { get; init; }

    /// <summary>Whether the condition Ready is True; true as well when no condition is known (a manifest).</summary>
    public bool IsReady => Conditions.FirstOrDefault(c => c.Type == "Ready") is not { Status: not "True" };

    /// <summary>Whether the node runs the control plane, by its role label.</summary>
    public bool IsControlPlane =>
        Metadata.Labels.ContainsKey("node-role.kubernetes.io/control-plane") || Metadata.Labels.ContainsKey("node-role.kubernetes.io/master");
}
