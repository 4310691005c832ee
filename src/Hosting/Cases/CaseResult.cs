using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Hosting.Cases;

/// <summary>What the rules found in a case.</summary>
public sealed record CaseResult
{
    /// <summary>Everything that was found.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>The forecast of the case's plan; null when it has none.</summary>
    public DrainForecast? Forecast { get; init; }

    /// <summary>The findings in the manifests, each with the line of the case's file that it points at.</summary>
    public required IReadOnlyList<KeyValuePair<int, Finding>> Located { get; init; }

    /// <summary>The findings about the case's policy, which stand on no line of a manifest.</summary>
    public required IReadOnlyList<Finding> AboutPolicy { get; init; }
}
