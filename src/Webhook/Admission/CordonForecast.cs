using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Answers a cordon with the forecast of that one node, as kubectl would drain it.</summary>
internal sealed class CordonForecast(AdmissionLimits limits)
{
    private const string Rule = "drain-forecast";

    // Somebody waits for the answer; the command forecasts with more.
    private const int Seeds = 4;

    private int _running;

    /// <summary>Forecasts, or says why not.</summary>
    public AdmissionAnswer Answer(string node, ClusterSight sight)
    {
        var name = WarningText.NameOf("Node", null, node);
        if (sight.Snapshot is not { } cluster)
        {
            return Unknown(name, $"the view of the cluster {sight.Blindness}");
        }

        if (cluster.FindNode(node) is null)
        {
            return Unknown(name, "the view of the cluster does not hold the node yet");
        }

        return cluster.Namespaces.Values.Sum(contents => contents.Pods.Length) > limits.MaxForecastPods
            ? Unknown(name, $"more than {limits.MaxForecastPods} pods; run: riskanalyzer drain --nodes kubernetes.io/hostname={node}")
            : Forecast(cluster, node) is { } forecast ? Say(name, forecast)
            : Unknown(name, $"it takes too long; run: riskanalyzer drain --nodes kubernetes.io/hostname={node}");
    }

    private static AdmissionAnswer Unknown(string name, string why) => AdmissionAnswer.Warning("warned", $"{Rule}: {name}: not evaluated: {why}");

    private static AdmissionAnswer Say(string name, DrainForecast forecast) => new() { Decision = "warned", Warnings = CordonWarnings.Of(name, forecast) };

    // One at a time: what does not end in time ends later, and must not pile up.
    private DrainForecast? Forecast(ClusterSnapshot cluster, string node)
    {
        if (Interlocked.CompareExchange(ref _running, 1, 0) != 0)
        {
            return null;
        }

        var run = Task.Run(() =>
        {
            try
            {
                return DrainForecaster.Run(cluster, PlanFor(node), new() { Seeds = Seeds, WhatIf = false });
            }
            finally
            {
                Volatile.Write(ref _running, 0);
            }
        });
        return run.Wait(limits.ForecastDeadline) ? run.Result : null;
    }

    private static MaintenancePlan PlanFor(string node) => new()
    {
        Name = "cordon",
        Profile = OrchestratorProfile.Kubectl,
        Nodes = [node],
        Drain = ProfileDefaults.For(OrchestratorProfile.Kubectl).Drain,
        NodeWorkSeconds = 0,
        UncordonAfter = false,
    };
}
