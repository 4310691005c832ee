using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>The status of a pod as it was read.</summary>
internal readonly record struct PodStatus
{
    public static PodStatus None { get; } = new() { Containers = [], InitContainers = [] };

    public PodPhase Phase { get; init; }

    public PodCondition? Ready { get; init; }

    public PodCondition? PodScheduled { get; init; }

    public bool IsResizeInfeasible { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public ImmutableArray<ContainerStatus> Containers { get; init; }

    public ImmutableArray<ContainerStatus> InitContainers { get; init; }
}
