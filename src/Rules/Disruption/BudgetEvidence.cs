using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>What findings about budgets show of the pods concerned.</summary>
internal static class BudgetEvidence
{
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
            yield return new("nodes", Counted.Names(nodes));
        }
    }
}
