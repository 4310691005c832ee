using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Pages;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>What a rule needs and the input does not give.</summary>
internal static class RuleNeeds
{
    /// <summary>Says what is missing, in words; null when the rule can look.</summary>
    public static string? Missing(RuleDescriptor rule, ClusterSnapshot cluster, EvaluationOptions options)
    {
        if (rule.NeedsForecast && options.Forecast is null)
        {
            return "no forecast was made";
        }

        if (rule.NeedsCluster && cluster.Nodes.IsEmpty)
        {
            return "no nodes in the input";
        }

        var unknown = rule.Needs & ~cluster.Known;
        return unknown == ResourceKinds.None ? null : $"the input has no {string.Join(", ", RuleWords.NamesOf(unknown))}";
    }
}
