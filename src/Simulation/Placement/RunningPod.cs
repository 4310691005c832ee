using System.Collections.Immutable;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>A pod on a node, as the search for victims of preemption needs to know it.</summary>
public readonly record struct RunningPod
{
    /// <summary>The caller's number for the pod.</summary>
    public required int Id { get; init; }

    /// <summary>The shape under which it was bound.</summary>
    public required PodShape Shape { get; init; }

    /// <summary>Whether its deletion has begun.</summary>
    public bool IsTerminating { get; init; }

    /// <summary>When it started; only the order matters.</summary>
    /// <value>Seconds.</value>
    public double StartSeconds { get; init; }

    /// <summary>The caller's numbers of the budgets that select it; may be left out.</summary>
    public ImmutableArray<int> Budgets { get; init; }
}
