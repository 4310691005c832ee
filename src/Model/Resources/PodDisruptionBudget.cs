using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A budget for voluntary disruptions.</summary>
public sealed record PodDisruptionBudget : IResource
{
    /// <inheritdoc/>
    public required string ApiVersion { get; init; }

    /// <inheritdoc/>
    public string Kind => "PodDisruptionBudget";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Pods that must stay healthy; null when absent.</summary>
    public IntOrPercent? MinAvailable { get; init; }

    /// <summary>Pods that may be away; null when absent.</summary>
    public IntOrPercent? MaxUnavailable { get; init; }

    /// <summary>The pods meant. Null selects nothing and <c>{}</c> everything; under policy/v1beta1 <c>{}</c> selects nothing too.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>Whether unready pods may always be evicted (unhealthyPodEvictionPolicy AlwaysAllow).</summary>
    public bool AlwaysAllowsUnhealthy { get; init; }

    /// <summary>Whether unhealthyPodEvictionPolicy is written at all, whatever its value.</summary>
    public bool StatesUnhealthyPolicy { get; init; }

    /// <summary>The status; null in manifests.</summary>
    public BudgetStatus? Status { get; init; }

    /// <summary>The field that states the budget, for messages; <c>spec</c> when neither is set.</summary>
    public string PolicyField => MinAvailable is not null ? "spec.minAvailable" : MaxUnavailable is not null ? "spec.maxUnavailable" : "spec";

    /// <summary>Whether the budget selects a pod of its namespace with these labels.</summary>
    public bool Selects(LabelSet labels) =>
        Selector is not null && !(Selector.IsEmpty && ApiVersion == "policy/v1beta1") && Selector.Matches(labels);
}
