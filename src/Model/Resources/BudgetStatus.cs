using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>What the disruption controller last computed.</summary>
public sealed record BudgetStatus
{
    /// <value>The generation that the controller has seen.</value>
    public long ObservedGeneration { get; init; }

    /// <value>Evictions allowed now.</value>
    public int DisruptionsAllowed { get; init; }

    /// <value>Healthy pods.</value>
    public int CurrentHealthy { get; init; }

    /// <value>Pods that must stay healthy.</value>
    public int DesiredHealthy { get; init; }

    /// <value>Pods counted.</value>
    public int ExpectedPods { get; init; }

    /// <summary>Pods whose eviction was approved and that the controller has not seen leave, with the time of approval.</summary>
    public ImmutableArray<KeyValuePair<string, DateTimeOffset>> DisruptedPods { get; init; } = [];

    /// <summary>The reason of the condition DisruptionAllowed, for example SyncFailed; null when absent.</summary>
    public string? Reason { get; init; }

    /// <summary>The message of that condition; null when absent.</summary>
    public string? Message { get; init; }

    /// <summary>When that condition last changed; null when absent.</summary>
    public DateTimeOffset? Since { get; init; }
}
