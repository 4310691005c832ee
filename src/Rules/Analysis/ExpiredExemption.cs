using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Analysis;

/// <summary>Reports exemptions that do not hold any more.</summary>
internal sealed class ExpiredExemption : ExemptionRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "expired-exemption",
        Category = RuleCategory.Analysis,
        Severity = Severity.Low,
        Summary = "An exemption has ended",
        Why = """
            An exemption holds until the end of its last day in UTC, compared with the time at which the cluster was captured. From then on
            the findings it covered count again, which may fail a pipeline that nobody touched.
            """,
        Fix = "Repair what was exempted, or agree on a new end and write it down.",
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(DeclaredExemption exemption, RuleContext context)
    {
        if (exemption.Mistake is not null || !exemption.HasEnded)
        {
            return exemption.Mistake is null ? RuleOutcome.Passed : RuleOutcome.NotApplicable;
        }

        var isDay = PolicyWords.DayOf(exemption.Until) is not null;
        var counts = Counted.Of(exemption.Findings, "finding counts", "findings count");
        return RuleOutcome.Found(new RuleHit
        {
            Field = exemption.UntilField,
            Message = isDay
                ? $"exempts from {exemption.Rule} only until {exemption.Until}, so {counts}"
                : $"exempts from {exemption.Rule} until '{exemption.Until}', which is no day such as 2027-03-31, so it does not hold and {counts}",
            Evidence =
            [
                new("rule", exemption.Rule), new("until", exemption.Until ?? ""),
                new("today", $"{context.Cluster.CapturedAt.UtcDateTime:yyyy-MM-dd}"), new("findings", $"{exemption.Findings}"),
            ],
        });
    }
}
