using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>A budget with its arithmetic done; shared by all seeds.</summary>
internal sealed class BudgetInfo
{
    /// <summary>The budget.</summary>
    public required PodDisruptionBudget Budget { get; init; }

    /// <summary>Pods that count, by the scales of their controllers or by their number.</summary>
    public required int Expected { get; init; }

    /// <summary>Pods that must stay healthy.</summary>
    public required int Desired { get; init; }

    /// <summary>Why it allows nothing whatever the state; null when it can allow something.</summary>
    public required string? NeverBecause { get; init; }

    /// <summary>Whether that is because the controller cannot count its pods.</summary>
    public required bool CannotCount { get; init; }

    /// <summary>Whether its status was never brought up to its spec, as happens when the count fails: refusals then tell the client to
    /// come back in 10 s, which client libraries do by themselves, ten times.</summary>
    public bool IsNeverProcessed => CannotCount && (Budget.Status?.ObservedGeneration ?? 0) < Math.Max(1, Budget.Metadata.Generation);
}
