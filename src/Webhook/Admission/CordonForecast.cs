using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Answers a cordon with the forecast of that one node, as kubectl would drain it.</summary>
/// <param name="limits">What an answer may cost.</param>
/// <param name="run">Forecasts.</param>
internal sealed class CordonForecast(AdmissionLimits limits, Func<ClusterSnapshot, MaintenancePlan, DrainForecast> run)
{
    private const string Rule = "drain-forecast";

    // Somebody waits for the answer; the command forecasts with more.
    private const int Seeds = 4;

    private int _running;

    /// <summary>Answers with forecasts of the drain forecaster.</summary>
    /// <param name="limits">What an answer may cost.</param>
    public CordonForecast(AdmissionLimits limits)
        : this(limits, (cluster, plan) => DrainForecaster.Run(cluster, plan, new() { Seeds = Seeds, WhatIf = false }))
    {
    }

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

        if (cluster.Namespaces.Values.Sum(contents => contents.Pods.Length) > limits.MaxForecastPods)
        {
            return Later($"more than {limits.MaxForecastPods} pods");
        }

        // One at a time: what does not end in time ends later, and must not pile up.
        return Interlocked.CompareExchange(ref _running, 1, 0) != 0 ? Later("another forecast is under way")
            : Forecast(cluster, node) is { } forecast ? Say(name, forecast)
            : Later("it takes too long");

        AdmissionAnswer Later(string why) => Unknown(name, $"{why}; run: riskanalyzer drain --nodes kubernetes.io/hostname={node}");
    }

    private static AdmissionAnswer Unknown(string name, string why) => AdmissionAnswer.Warning("warned", $"{Rule}: {name}: not evaluated: {why}");

    private static AdmissionAnswer Say(string name, DrainForecast forecast) => new() { Decision = "warned", Warnings = CordonWarnings.Of(name, forecast) };

    private DrainForecast? Forecast(ClusterSnapshot cluster, string node)
    {
        var forecast = Task.Run(() =>
        {
            try
            {
                return run(cluster, PlanFor(node));
            }
            finally
            {
                Volatile.Write(ref _running, 0);
            }
        });
        return forecast.Wait(limits.ForecastDeadline) ? forecast.Result : null;
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
