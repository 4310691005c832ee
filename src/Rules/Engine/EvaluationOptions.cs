using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>What an evaluation may use beside the cluster and the policy.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The forecast of the plan; null when none was made.</summary>
    public DrainForecast? Forecast { get; init; }

    /// <summary>The Kubernetes version to judge by, as major.minor; null for the one that the snapshot shows.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>The only objects to report on, taken from the snapshot itself; null for all of them. Rules still see the whole cluster.</summary>
    public IReadOnlyList<IResource>? Scope { get; init; }
}
