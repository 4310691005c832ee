using RiskAnalyzer.Simulation;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.Webhook.Admission;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>Why there is no forecast is said as it is.</summary>
public sealed class CordonForecastTests
{
    private static readonly ClusterSight Sight = new(
        Snapshots.FromYaml(
            """
            apiVersion: v1
            kind: Node
            metadata: { name: worker-1 }
            """),
        null);

    [Fact]
    public void A_second_cordon_at_the_same_time_hears_of_the_first_and_a_later_one_is_forecast()
    {
        AdmissionAnswer? second = null;
        CordonForecast? forecasts = null;
        forecasts = new(new() { ForecastDeadline = TimeSpan.FromMinutes(5) }, (cluster, plan) =>
        {
            second ??= forecasts!.Answer("worker-1", Sight);
            return DrainForecaster.Run(cluster, plan, new() { Seeds = 1, WhatIf = false });
        });

        Assert.StartsWith("drain-forecast: Node worker-1: 0 evictions in about", forecasts.Answer("worker-1", Sight).Warnings[0], StringComparison.Ordinal);
        Assert.Equal(
            ["drain-forecast: Node worker-1: not evaluated: another forecast is under way; run: riskanalyzer drain --nodes kubernetes.io/hostname=worker-1"],
            second!.Warnings);
        Assert.StartsWith("drain-forecast: Node worker-1: 0 evictions in about", forecasts.Answer("worker-1", Sight).Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_forecast_that_does_not_end_in_time_is_called_slow()
    {
        using var release = new ManualResetEventSlim();
        var forecasts = new CordonForecast(new() { ForecastDeadline = TimeSpan.Zero }, (cluster, plan) =>
        {
            release.Wait();
            return DrainForecaster.Run(cluster, plan, new() { Seeds = 1, WhatIf = false });
        });
        try
        {
            Assert.Contains("not evaluated: it takes too long; run: ", Assert.Single(forecasts.Answer("worker-1", Sight).Warnings), StringComparison.Ordinal);
        }
        finally
        {
            release.Set();
        }
    }
}
