using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>What the annotations of one object or template exempt.</summary>
internal sealed record ExemptionAnnotation
{
    private static readonly IReadOnlyList<string> MinimumReplicas = ["single-replica", "autoscaler-floor-one"];

    /// <summary>The annotation that names the rules.</summary>
    public required string Key { get; init; }

    /// <summary>The rules as written.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Why; empty when not said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The end as written; null when there is none.</summary>
    public string? Until { get; init; }

    /// <summary>The last day; null when there is none or it is no day.</summary>
    public DateOnly? LastDay => PolicyWords.DayOf(Until);

    /// <summary>Reads the product's own annotation and the platform's.</summary>
    public static IEnumerable<ExemptionAnnotation> Read(LabelSet annotations)
    {
        if (annotations.Count == 0)
        {
            yield break;
        }

        if (annotations.Find(KnownAnnotations.Ignore) is { } rules)
        {
            yield return new()
            {
                Key = KnownAnnotations.Ignore,
                Rules = rules.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Reason = annotations.Find(KnownAnnotations.IgnoreReason)?.Trim() ?? "",
                Until = annotations.Find(KnownAnnotations.IgnoreUntil)?.Trim(),
            };
        }

        if (annotations.ContainsKey(KnownAnnotations.IgnoreMinimumReplicas))
        {
            yield return new() { Key = KnownAnnotations.IgnoreMinimumReplicas, Rules = MinimumReplicas };
        }
    }

    /// <summary>Whether the exemption does not hold on a day. An end that cannot be read is no end that was agreed on.</summary>
    public bool HasEnded(DateOnly today) => Until is not null && !(today <= LastDay);
}
