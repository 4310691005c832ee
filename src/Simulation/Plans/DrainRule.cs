using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Plans;

/// <summary>A MachineDrainRule of the management cluster, as far as it applies to the machines of the plan.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api:api/core/v1beta2/machinedrainrules_types.go.</remarks>
public sealed record DrainRule
{
    /// <summary>The name; of several rules for a pod the first by name decides.</summary>
    public required string Name { get; init; }

    /// <summary>The pods that it is about.</summary>
    public LabelSelector Pods { get; init; } = LabelSelector.Everything;

    /// <summary>The namespaces that it is about, by their labels.</summary>
    public LabelSelector Namespaces { get; init; } = LabelSelector.Everything;

    /// <summary>What is done with them.</summary>
    public required DrainBehavior Behavior { get; init; }

    /// <summary>When they are evicted: only once all of a lower order are gone. Pods that no rule is about have 0.</summary>
    public int Order { get; init; }
}
