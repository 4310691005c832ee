using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>What findings about budgets show of the pods concerned.</summary>
internal static class BudgetEvidence
{
    private const int MaxNodes = 5;

    /// <summary>How many pods are selected and on which nodes they are; nothing when no pod is known.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(BudgetReading reading)
    {
        if (reading.Pods.IsEmpty)
        {
            yield break;
        }

        yield return new("pods", $"{reading.Pods.Length}");
        var nodes = reading.Pods.Select(pod => pod.NodeName).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        if (nodes.Length > 0)
        {
            var shown = string.Join(", ", nodes.Take(MaxNodes));
            yield return new("nodes", nodes.Length > MaxNodes ? $"{shown} and {nodes.Length - MaxNodes} more" : shown);
        }
    }
}
