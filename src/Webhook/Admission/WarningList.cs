using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Collects the lines of one answer: findings, most severe first, and what has to be said about the review itself.</summary>
internal sealed class WarningList(ObjectReference subject)
{
    /// <value>Lines of one answer.</value>
    public const int Most = 5;

    private readonly List<Finding> _findings = [];
    private readonly List<string> _notices = [];

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Adds a line about the review itself.</summary>
    public void Notice(string text) => _notices.Add(WarningText.Clean(text));

    /// <summary>At most five lines, each once. Where more was found, the last one says how much.</summary>
    public IReadOnlyList<string> Lines()
    {
        var texts = Texts();
        if (texts.Length + _notices.Count <= Most)
        {
            return [.. texts, .. _notices];
        }

        var shown = Most - _notices.Count - 1;
        var scope = string.IsNullOrEmpty(subject.Namespace) ? "" : $" -n {subject.Namespace}";
        return [.. texts.Take(shown), WarningText.Clean($"riskanalyzer: {texts.Length - shown} more not shown; run: riskanalyzer scan{scope}"), .. _notices];
    }

    private string[] Texts() => _findings switch
    {
        [] => [],
        [var only] => [WarningText.Of(only)],
        _ =>
        [
            .. _findings.OrderByDescending(f => f.Severity).ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Object)
                .Select(WarningText.Of).Distinct(StringComparer.Ordinal),
        ],
    };
}
