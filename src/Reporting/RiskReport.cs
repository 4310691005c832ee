using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting;

/// <summary>Everything that a scan says: findings, what was not looked at, and the forecast.</summary>
public sealed record RiskReport
{
    /// <summary>The version of the program that made it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>When the cluster looked like this.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Where the objects were read, as the user named it.</summary>
    public required string Source { get; init; }

    /// <summary>What the rules found, sorted.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>The rules that were asked, sorted by name.</summary>
    public required IReadOnlyList<RuleDescriptor> Rules { get; init; }

    /// <summary>What could not be read, and partial objects.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; init; } = [];

    /// <summary>Custom resources that were passed over, by <c>Kind.group</c>.</summary>
    public IReadOnlyDictionary<string, int> PassedOver { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The forecast of the plan; null when none was made.</summary>
    public ForecastReport? Forecast { get; init; }

    /// <summary>Findings of this severity or worse fail the scan; null when none does.</summary>
    public Severity? FailOn { get; init; } = Severity.Blocker;

    /// <summary>The directory that file names in a code review are relative to; null when they are kept as they are.</summary>
    public string? Root { get; init; }

    /// <summary>The findings that count, worst first, then by object, rule and field.</summary>
    public IEnumerable<Finding> Counting =>
        Evaluation.Findings.Where(finding => finding.Exemption is null).OrderByDescending(finding => finding.Severity);

    /// <summary>The findings that an exemption covers.</summary>
    public IEnumerable<Finding> Exempted => Evaluation.Findings.Where(finding => finding.Exemption is not null);

    /// <summary>Whether no rule had an object to judge, so that nothing can be said.</summary>
    public bool IsNothingJudged => Evaluation.Counts is { Found: 0, Passed: 0, NotApplicable: 0 };

    /// <summary>Whether the findings alone fail the scan.</summary>
    public bool HasFailingFinding => Counting.Any(finding => finding.Severity >= FailOn);
}
