using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Sorts findings into what a reader acts on: one object after the other, and one entry for what many objects share.</summary>
public static class FindingGroups
{
    /// <summary>A rule that found the same on more objects than this is one entry.</summary>
    /// <value>Objects. Own choice: as many lines as one takes in at a glance.</value>
    public const int MostAlike = 5;

    /// <summary>Groups findings, the worst group first, then by object or rule.</summary>
    /// <param name="findings">Findings that are shown together.</param>
    /// <param name="expand">Whether every object stands for itself.</param>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings, bool expand)
    {
        var all = findings.ToList();
        var shared = expand ? [] : all
            .GroupBy(finding => (finding.Rule, finding.Severity))
            .Where(group => group.Select(finding => finding.Object).Distinct().Skip(MostAlike).Any())
            .Select(group => group.Key).ToHashSet();
        var byRule = all.Where(finding => shared.Contains((finding.Rule, finding.Severity)))
            .GroupBy(finding => (finding.Rule, finding.Severity))
            .Select(group => new FindingGroup(group.Key.Severity, group.Key.Rule, [.. group]));
        var byObject = all.Where(finding => !shared.Contains((finding.Rule, finding.Severity)))
            .GroupBy(finding => finding.Object)
            .Select(group => new FindingGroup(group.Max(finding => finding.Severity), null, [.. group.OrderByDescending(f => f.Severity)]));
        return
        [
            .. byObject.Concat(byRule)
                .OrderByDescending(group => group.Severity)
                .ThenBy(group => group.Rule, StringComparer.Ordinal)
                .ThenBy(group => group.Findings[0].Object),
        ];
    }
}
