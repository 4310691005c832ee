using RiskAnalyzer.Model.Resources;
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
            var hooks = item.Spec.Containers.Concat(item.Spec.InitContainers.Where(container => container.IsSidecar)).Select(container => container.PreStop).OfType<PreStopHook>().ToArray();
            if (hooks.Length > 0)
            {
                list.TryAdd($"{workload} preStop", Hook($"{workload} preStop", hooks));
            }
        }

        return [.. list.Values];
    }

    private static Assumption Shutdown(string subject, ShutdownKnowledge known) => known.Seconds is { } seconds
        ? new(subject, seconds, known.Source, $"exits {seconds} s after SIGTERM")
        : new(subject, null, known.Source, ShutdownKnowledge.DefaultText);

    private static Assumption Hook(string subject, PreStopHook[] hooks) => Array.Exists(hooks, hook => hook.SleepSeconds is null)
        ? new(subject, null, "default", "how long its preStop hook runs is not known: taken as no time, at worst as the whole grace and 2 s more")
        : new(subject, hooks.Max(hook => hook.SleepSeconds), "preStop", $"its preStop hook sleeps {hooks.Max(hook => hook.SleepSeconds)} s before SIGTERM, within the grace");

    private static Assumption Startup(string subject, StartupKnowledge known) => double.IsFinite(known.ExpectedSeconds)
        ? new(subject, known.ExpectedSeconds, known.Source, $"Ready {known.ExpectedSeconds:0.#} s after being bound")
        : new(subject, null, known.Source, "its running pods are not Ready, so a replacement is not expected to become so");
}
