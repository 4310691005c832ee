using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>What the audit log gets of a verdict: names of rules, by what came of them.</summary>
internal static class AuditNotes
{
    private const int MaxLength = 1000;

    /// <summary>The annotations of a review.</summary>
    /// <param name="verdict">What the rules say.</param>
    /// <param name="blindness">Why the cluster is not known; null when it is.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ReviewVerdict verdict, string? blindness)
    {
        var result = new List<KeyValuePair<string, string>>(1);
        AddRules(result, "findings", verdict, static (finding, verdict) => finding.Exemption is null && verdict.IsOwn(finding));
        AddRules(result, "exempted", verdict, static (finding, verdict) => finding.Exemption is not null && verdict.IsOwn(finding));
        AddRules(result, "findings-elsewhere", verdict, static (finding, verdict) => finding.Exemption is null && !verdict.IsOwn(finding));
        AddNames(result, "failed", verdict.Evaluation.Failed.Count == 0 ? null : [.. verdict.Evaluation.Failed.Select(failed => failed.Rule)]);
        if (blindness is not null)
        {
            result.Add(new("not-evaluated", WarningText.Clean($"the view of the cluster {blindness}")));
        }

        return result;
    }

    private static void AddRules(List<KeyValuePair<string, string>> result, string key, ReviewVerdict verdict, Func<Finding, ReviewVerdict, bool> counts)
    {
        List<string>? rules = null;
        foreach (var list in (ReadOnlySpan<IReadOnlyList<Finding>>)[verdict.Old, verdict.New])
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (counts(list[i], verdict))
                {
                    (rules ??= []).Add(list[i].Rule);
                }
            }
        }

        AddNames(result, key, rules);
    }

    private static void AddNames(List<KeyValuePair<string, string>> result, string key, List<string>? rules)
    {
        if (rules is { Count: > 0 })
        {
            var text = rules is [var only] ? only : string.Join(",", rules.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            result.Add(new(key, text.Length <= MaxLength ? text : text[..text.LastIndexOf(',', MaxLength)]));
        }
    }
}
