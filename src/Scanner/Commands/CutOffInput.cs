using RiskAnalyzer.Hosting.Sources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Keeps a pipeline from taking part of a cluster for the whole.</summary>
internal static class CutOffInput
{
    /// <summary>Says after the report that there is no verdict because input is missing.</summary>
    /// <exception cref="SourceUnreadableException">Some input was cut off.</exception>
    public static void ThrowIfAny(ClusterSnapshot snapshot)
    {
        var problems = snapshot.Problems.Where(problem => problem.IsCutOff).ToList();
        if (problems.Count > 0)
        {
            throw new SourceUnreadableException(
                [.. problems.Select(problem => $"{problem.Location}: {problem.Message}"), "the report is about what was read before; write the input anew"]);
        }
    }
}
