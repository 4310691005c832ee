using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation;

/// <summary>How a forecast is made.</summary>
public sealed record ForecastOptions
{
    /// <summary>Runs for what reality leaves to chance: ties of the scheduler, requests that come together, unknown shutdowns.</summary>
    /// <value>1 or more; default 20.</value>
    public int Seeds { get; init; } = 20;

    /// <summary>Start and stop times that were measured earlier.</summary>
    public ObservedHistory Observed { get; init; } = ObservedHistory.Empty;

    /// <summary>How long the machinery takes.</summary>
    public Latencies Latencies { get; init; } = new();

    /// <summary>How long volumes take to move.</summary>
    public VolumeTimes Volumes { get; init; } = new();

    /// <summary>How the scheduler is configured.</summary>
    public SchedulerSettings Scheduler { get; init; } = SchedulerSettings.Default;

    /// <summary>Whether to look for changes that help; each is simulated, which takes about as long again as the forecast itself.</summary>
    public bool WhatIf { get; init; } = true;

    /// <summary>The largest cluster for which to look for them, as its simulations take long.</summary>
    /// <value>Pods; default 20,000, our own choice.</value>
    public int WhatIfMaxPods { get; init; } = 20_000;

    /// <summary>Calls an action for each number below a count, in any order, possibly at the same time; the default does so one by one.</summary>
    public Action<int, Action<int>> ForEach { get; init; } = OneByOne;

    /// <summary>Calls the action for each number below a count, in order.</summary>
    public static void OneByOne(int count, Action<int> action)
    {
        for (var i = 0; i < count; i++)
        {
            action(i);
        }
    }
}
