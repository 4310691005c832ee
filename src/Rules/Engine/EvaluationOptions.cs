using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation;
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

    /// <summary>Whether the verdict is for admission, where a policy may turn rules off.</summary>
    public bool IsAdmission { get; init; }

    /// <summary>
    /// Why nothing is known but the objects of the scope themselves; null when the snapshot shows the cluster. A rule that looks at anything
    /// else than its object is then not evaluated.
    /// </summary>
    public string? Blindness { get; init; }

    /// <summary>Says whether the time is up, so that rules that were not asked yet are not evaluated; null without a limit.</summary>
    public Func<bool>? IsTimeUp { get; init; }

    /// <summary>Calls an action for each number below a count, in any order, possibly at the same time; the default does so one by one.</summary>
    public Action<int, Action<int>> ForEach { get; init; } = ForecastOptions.OneByOne;
}
