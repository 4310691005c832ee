using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.TestKit.Recordings;

/// <summary>A forecast beside what really happened.</summary>
/// <param name="Recording">What happened.</param>
/// <param name="Sum">The forecast sum of the nodes' drains.</param>
/// <param name="WrongNodes">The nodes whose outcome was forecast wrongly, with both outcomes.</param>
/// <param name="IsShutdownKnown">Whether every pod says how long it takes to exit, so that the expected value can be held to the bar.</param>
public sealed record RecordingComparison(Recording Recording, Estimate Sum, IReadOnlyList<string> WrongNodes, bool IsShutdownKnown)
{
    /// <summary>Whether best and worst enclose what happened; 2 s or 5 % are allowed.</summary>
    public bool IsInRange
    {
        get
        {
            var allowed = Math.Max(2, 0.05 * Recording.DrainSeconds);
            return Sum.Best - allowed <= Recording.DrainSeconds && Recording.DrainSeconds <= Sum.Worst + allowed;
        }
    }

    /// <summary>By how much the expected value is off, as a share of what happened.</summary>
    public double Error => (Sum.Expected - Recording.DrainSeconds) / Recording.DrainSeconds;

    /// <summary>Whether the expected value is off by no more than a share or so many seconds.</summary>
    public bool IsWithin(double share, double seconds) =>
        Math.Abs(Sum.Expected - Recording.DrainSeconds) <= Math.Max(seconds, share * Recording.DrainSeconds);

    /// <summary>Forecasts the plan of a recording on its cluster.</summary>
    public static RecordingComparison Of(Recording recording)
    {
        var cluster = Snapshots.FromFile(recording.ClusterFile);
        var plan = PlanLoader.FromFile(File.ReadAllText(recording.PlanFile), recording.PlanFile).Resolve(cluster);
        var forecast = DrainForecaster.Run(
            cluster, plan.Plan ?? throw new FormatException(string.Join('\n', plan.Mistakes)), new() { WhatIf = false });
        return new(recording, Total(forecast), [.. Wrong(recording, forecast)], cluster.Pods.All(SaysShutdown));
    }

    private static Estimate Total(DrainForecast forecast) => new(
        forecast.Nodes.Sum(node => node.DrainSeconds.Best),
        forecast.Nodes.Sum(node => node.DrainSeconds.Expected),
        forecast.Nodes.Sum(node => node.DrainSeconds.Worst));

    private static IEnumerable<string> Wrong(Recording recording, DrainForecast forecast)
    {
        var actual = recording.Drains.ToDictionary(drain => drain.Node, drain => drain.Verdict, StringComparer.Ordinal);
        foreach (var node in forecast.Nodes)
        {
            var happened = actual.GetValueOrDefault(node.Name, "not-reached");
            var said = node.Outcome == NodeOutcome.NotReached ? "not-reached" : $"{node.Outcome}".ToLowerInvariant();
            if (said != happened)
            {
                yield return $"{node.Name} {said}, really {happened}";
            }
        }
    }

    private static bool SaysShutdown(Pod pod) => pod.IsDaemonSetPod || pod.Metadata.Annotations.ContainsKey(KnownAnnotations.ShutdownSeconds);
}
