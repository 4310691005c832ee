using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A container, or an init container, of a pod specification.</summary>
public sealed record Container
{
    /// <summary>The name, unique in the pod.</summary>
    public required string Name { get; init; }

    /// <summary>The image reference as written; empty when absent.</summary>
    public string Image { get; init; } = "";

    /// <summary>Requests; where only a limit is written, the API takes it as the request too, and so does the decoder.</summary>
    public ResourceAmounts Requests { get; init; } = ResourceAmounts.None;

    /// <summary>Limits.</summary>
    public ResourceAmounts Limits { get; init; } = ResourceAmounts.None;

    /// <summary>Ports that the container says it listens on.</summary>
    public ImmutableArray<ContainerPort> Ports { get; init; } = [];

    /// <summary>Ports that are bound on the node.</summary>
    public ImmutableArray<HostPort> HostPorts { get; init; } = [];

    /// <summary>For an init container: <c>restartPolicy: Always</c>, which makes it a sidecar.</summary>
    public bool IsSidecar { get; init; }

    /// <summary>The readiness probe; null when absent.</summary>
    public Probe? ReadinessProbe { get; init; }

    /// <summary>The preStop hook; null when absent.</summary>
    public PreStopHook? PreStop { get; init; }

    /// <inheritdoc/>
    public bool Equals(Container? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Image == other.Image && Requests == other.Requests && Limits == other.Limits
        && Ports.AsSpan().SequenceEqual(other.Ports.AsSpan()) && HostPorts.AsSpan().SequenceEqual(other.HostPorts.AsSpan())
        && IsSidecar == other.IsSidecar && ReadinessProbe == other.ReadinessProbe && PreStop == other.PreStop);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Image, Requests, HostPorts.Length);
}
