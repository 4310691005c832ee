using System.Text.Json;

namespace RiskAnalyzer.TestKit.Recordings;

/// <summary>One real run of a maintenance: the cluster before it, the plan, and what happened.</summary>
public sealed record Recording(string Case, string Run, string PlanFile, string ClusterFile, IReadOnlyList<RecordedDrain> Drains)
{
    /// <summary>What the nodes' drains took together.</summary>
    public double DrainSeconds => Drains.Sum(drain => drain.Seconds);

    /// <summary>All runs below a folder that is laid out as <c>case/plan.json</c> and <c>case/run-N/{cluster,actual}.json</c>.</summary>
    public static IEnumerable<Recording> In(string folder) =>
        from @case in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        from run in Directory.EnumerateDirectories(@case).Order(StringComparer.Ordinal)
        let actual = Path.Join(run, "actual.json")
        where File.Exists(actual)
        select new Recording(
            Path.GetFileName(@case), Path.GetFileName(run), Path.Join(@case, "plan.json"), Path.Join(run, "cluster.json"), [.. DrainsOf(actual)]);

    private static IEnumerable<RecordedDrain> DrainsOf(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var step in document.RootElement.GetProperty("steps").EnumerateArray())
        {
            yield return new(
                step.GetProperty("node").GetString()!, step.GetProperty("verdict").GetString()!, step.GetProperty("drainSeconds").GetDouble());
        }
    }
}
