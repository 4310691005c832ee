using System.Globalization;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Simulation.Tests.Scenarios;

/// <summary>What must come of a scenario; what is left out is not looked at. Seconds are a number, a range as <c>12..13</c>, or <c>never</c>.</summary>
internal sealed record ScenarioExpectation
{
    private const double Tolerance = 0.001;

    /// <summary>By node: the outcome, and the seconds of the drain where they matter.</summary>
    public IReadOnlyDictionary<string, string> Nodes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By node: the seconds of the drain at worst.</summary>
    public IReadOnlyDictionary<string, string> Worst { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By node: when its drain starts.</summary>
    public IReadOnlyDictionary<string, string> Starts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By node: accepted evictions.</summary>
    public IReadOnlyDictionary<string, int> Evictions { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>By workload: seconds without any Ready pod.</summary>
    public IReadOnlyDictionary<string, string> Downtime { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Outcome { get; init; }

    public string? Total { get; init; }

    public string? WorstTotal { get; init; }

    public string? DrainSum { get; init; }

    /// <summary>By node: what took the time of the pod that left last.</summary>
    public IReadOnlyDictionary<string, string> Because { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public int? Moves { get; init; }

    /// <summary>Why pods stay, over all nodes.</summary>
    public IReadOnlyList<BlockReason>? Reasons { get; init; }

    /// <summary>By node: how pods are taken by force, each with the budget that forbids it.</summary>
    public IReadOnlyDictionary<string, string> Forced { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The workloads whose Job fails.</summary>
    public IReadOnlyList<string>? FailedJobs { get; init; }

    public IEnumerable<string> Contradictions(DrainForecast forecast)
    {
        var nodes = forecast.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        foreach (var (name, text) in Nodes)
        {
            var words = text.Split(' ');
            if (!Is(words[0], nodes[name].Outcome) || (words.Length > 1 && !Is(words[1], nodes[name].DrainSeconds.Expected)))
            {
                yield return $"{name}: {text}, but was {nodes[name].Outcome} {nodes[name].DrainSeconds.Expected}";
            }
        }

        var seconds = Starts.Select(p => ($"start of {p.Key}", p.Value, nodes[p.Key].StartSeconds.Expected))
            .Concat(Worst.Select(p => ($"worst of {p.Key}", p.Value, nodes[p.Key].DrainSeconds.Worst)))
            .Concat(Downtime.Select(p => ($"downtime of {p.Key}", p.Value, forecast.Workloads.Single(w => w.Workload == p.Key).DowntimeSeconds.Expected)))
            .Append(("total", Total ?? "", forecast.TotalSeconds.Expected))
            .Append(("worst total", WorstTotal ?? "", forecast.TotalSeconds.Worst))
            .Append(("sum of drains", DrainSum ?? "", forecast.Nodes.Sum(node => node.DrainSeconds.Expected)));
        foreach (var (what, wanted, actual) in seconds.Where(item => item.Item2.Length > 0 && !Is(item.Item2, item.Item3)))
        {
            yield return $"{what}: {wanted}, but was {actual}";
        }

        foreach (var (name, count) in Evictions.Where(pair => nodes[pair.Key].Evictions != pair.Value))
        {
            yield return $"evictions on {name}: {count}, but were {nodes[name].Evictions}";
        }

        foreach (var (name, because) in Because.Where(pair => nodes[pair.Key].Slowest is not [var slowest, ..] || slowest.Because != pair.Value))
        {
            yield return $"{name} took its time because of {because}, but that was {(nodes[name].Slowest is [var slowest, ..] ? slowest.Because : "nothing")}";
        }

        if (Moves is { } moves && forecast.Nodes.Sum(node => node.Evictions) != moves)
        {
            yield return $"evictions: {moves}, but were {forecast.Nodes.Sum(node => node.Evictions)}";
        }

        foreach (var (name, wanted) in Forced.Where(pair => pair.Value != Words(nodes[pair.Key].Forced)))
        {
            yield return $"forced on {name}: {wanted}, but were {Words(nodes[name].Forced)}";
        }

        var failed = forecast.Workloads.Where(workload => workload.JobFailure is not null).Select(workload => workload.Workload).ToArray();
        if (FailedJobs is not null && !failed.SequenceEqual(FailedJobs))
        {
            yield return $"failed Jobs: {string.Join(", ", FailedJobs)}, but were {string.Join(", ", failed)}";
        }

        if (Outcome is not null && !Is(Outcome, forecast.Outcome))
        {
            yield return $"outcome: {Outcome}, but was {forecast.Outcome}";
        }

        var reasons = forecast.Nodes.SelectMany(node => node.Blockers).Select(blocker => blocker.Reason).Distinct().Order().ToArray();
        if (Reasons is not null && !reasons.SequenceEqual(Reasons.Order()))
        {
            yield return $"reasons: {string.Join(", ", Reasons)}, but were {string.Join(", ", reasons)}";
        }
    }

    private static string Words(IReadOnlyList<ForcedPod> pods) =>
        string.Join(", ", pods.Select(pod => $"{pod.How} {pod.Budget?[(pod.Budget.LastIndexOf('/') + 1)..]}".TrimEnd()));

    private static bool Is<T>(string word, T value)
        where T : struct, Enum => string.Equals(word.Replace("-", "", StringComparison.Ordinal), value.ToString(), StringComparison.OrdinalIgnoreCase);

    private static bool Is(string text, double seconds)
    {
        if (text == "never")
        {
            return double.IsPositiveInfinity(seconds);
        }

        var bounds = text.Split("..").Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return seconds >= bounds[0] - Tolerance && seconds <= bounds[^1] + Tolerance;
    }
}
