using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Reporting;

/// <summary>A forecast with the plan and the cluster that it is about.</summary>
public sealed record ForecastReport
{
    /// <summary>The version of the program that made it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>When the cluster looked like this.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Where the objects were read, as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>What will happen.</summary>
    public required DrainForecast Forecast { get; init; }

    /// <summary>What is to be done.</summary>
    public MaintenancePlan Plan => Forecast.Plan;

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; init; } = [];

    /// <summary>Whether every node is drained, and within the window if there is one, by what is expected.</summary>
    public bool IsGood => Forecast.Outcome == ForecastOutcome.Completes && OverrunSeconds <= 0;

    /// <summary>How long after the window the run is expected to end.</summary>
    /// <value>Seconds; 0 when it fits or there is no window.</value>
    public double OverrunSeconds => Overrun(Forecast.TotalSeconds.Expected);

    /// <summary>How long after the window the run ends in the worst case.</summary>
    /// <value>Seconds; 0 when it fits or there is no window.</value>
    public double WorstOverrunSeconds => Overrun(Forecast.TotalSeconds.Worst);

    private double Overrun(double seconds) => Plan.WindowSeconds is { } window ? Math.Max(0, seconds - window) : 0;
}
