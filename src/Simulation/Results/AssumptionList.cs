using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Lists what was known or assumed of each workload's times, once per workload.</summary>
internal static class AssumptionList
{
    public static IReadOnlyList<Assumption> Of(SimulationInput input)
    {
        var list = new SortedDictionary<string, Assumption>(StringComparer.Ordinal);
        foreach (var item in input.Classes.Where(c => c.Workload >= 0))
        {
            var workload = input.Workloads[item.Workload].ToString();
            list.TryAdd($"{workload} shutdown", Shutdown($"{workload} shutdown", item.Shutdown));
            list.TryAdd($"{workload} startup", Startup($"{workload} startup", item.Startup));
        }

        return [.. list.Values];
    }

    private static Assumption Shutdown(string subject, ShutdownKnowledge known) => known.Seconds is { } seconds
        ? new(subject, seconds, known.Source, $"exits {seconds} s after SIGTERM")
        : new(subject, null, known.Source, ShutdownKnowledge.DefaultText);

    private static Assumption Startup(string subject, StartupKnowledge known) => double.IsFinite(known.ExpectedSeconds)
        ? new(subject, known.ExpectedSeconds, known.Source, $"Ready {known.ExpectedSeconds:0.#} s after being bound")
        : new(subject, null, known.Source, "its running pods are not Ready, so a replacement is not expected to become so");
}
