using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>What pods of one controller with one specification have in common; shared by all seeds.</summary>
internal sealed class PodClass
{
    /// <summary>Its number among the classes.</summary>
    public required int Number { get; init; }

    /// <summary>The specification.</summary>
    public required PodSpec Spec { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The labels.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>The annotations.</summary>
    public required LabelSet Annotations { get; init; }

    /// <summary>Whether the namespace is being deleted, so that its evictions are refused.</summary>
    public required bool IsNamespaceTerminating { get; init; }

    /// <summary>The direct controller by number; -1 for none.</summary>
    public required int Controller { get; init; }

    /// <summary>The topmost workload by number; -1 for none.</summary>
    public required int Workload { get; init; }

    /// <summary>The budgets that select it, by number.</summary>
    public required int[] Budgets { get; init; }

    /// <summary>What the scheduler sees of a replacement.</summary>
    public required PodShape Replacement { get; init; }

    /// <summary>The grace of its own, in seconds.</summary>
    public required double GraceSeconds { get; init; }

    /// <summary>What is known of its exit.</summary>
    public required ShutdownKnowledge Shutdown { get; init; }

    /// <summary>What is known of its start.</summary>
    public required StartupKnowledge Startup { get; init; }

    /// <summary>Whether a finalizer that nobody is known to remove keeps its object.</summary>
    public required bool IsHeldByFinalizer { get; init; }

    /// <summary>Claims whose volume one node at a time may use, by name.</summary>
    public required string[] ExclusiveClaims { get; init; }
}
