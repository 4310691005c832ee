using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports the workload whose pods decide how long most of the draining takes.</summary>
internal sealed class DrainDominatedByOne : Rule<Workload>
{
    private static readonly Int32Parameter SharePercent = new(
        "sharePercent", 50, 1, 100, "percent", "The share of the expected time of all drains above which one workload dominates.", "own choice");

    private static readonly Int32Parameter LeastSeconds = new(
        "leastSeconds", 60, 0, int.MaxValue, "seconds", "Drains that together take less are not worth a finding.", "own choice");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "drain-dominated-by-one",
        Category = RuleCategory.Drain,
        Severity = Severity.Info,
        Summary = "One workload decides how long the drains take",
        Why = """
            A node is drained when its last pod is gone. Where that is mostly a pod of one workload, nothing else that is made faster
            shortens the maintenance.
            """,
        Fix = "Look at this workload first: its grace period, its shutdown and its budget.",
        Sources = [DrainSources.SafelyDrain, DrainSources.PodTermination],
        NeedsForecast = true,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [SharePercent, LeastSeconds];

    /// <inheritdoc/>
    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var index = ForecastIndex.Of(context.Forecast!);
        if (index.Workload($"{subject.Reference}") is not { } workload)
        {
            return RuleOutcome.NotApplicable;
        }

        var share = index.DrainSeconds <= 0 ? 0 : 100 * workload.CriticalSeconds / index.DrainSeconds;
        return share <= context.Value(SharePercent) || index.DrainSeconds < context.Value(LeastSeconds) ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = "spec.template.spec",
            Message = $"its pods leave last for {Seconds.InWords(workload.CriticalSeconds)} of the {Seconds.InWords(index.DrainSeconds)} that all drains take together",
            Evidence =
            [
                new("share", $"{Math.Round(share):0} %"),
                new("seconds", Seconds.Exact(workload.CriticalSeconds)),
                new("allDrains", Seconds.Exact(index.DrainSeconds)),
                new("evictions", $"{workload.Evictions}"),
            ],
        });
    }
}
