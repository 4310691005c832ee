using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports a workload whose evicted pods find no other node.</summary>
internal sealed class PodHasNowhereToGo : Rule<Workload>
{
    private static readonly Int32Parameter LeastSeconds = new(
        "leastSeconds", 60, 0, int.MaxValue, "seconds", "A replacement that finds a node sooner has only waited for another pod to end.", "own choice");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pod-has-nowhere-to-go",
        Category = RuleCategory.Drain,
        Severity = Severity.High,
        Summary = "An evicted pod finds no other node",
        Why = """
            The replacement stays Pending until a node has room that its rules allow, often until the drained one is back. That is downtime
            for a single replica; and where a budget waits for the replacement, the drain waits with it.
            """,
        Fix = "Make the smallest change that lets it fit: room, a preferred instead of a required rule, one node more, one replica less.",
        Sources = [DrainSources.Assignment, DrainSources.SafelyDrain],
        NeedsForecast = true,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [LeastSeconds];

    /// <inheritdoc/>
    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var forecast = context.Forecast!;
        if (ForecastIndex.Of(forecast).Workload($"{subject.Reference}") is not { } workload)
        {
            return RuleOutcome.NotApplicable;
        }

        return workload.Pending is { } pending && IsLong(pending, context)
            ? RuleOutcome.Found(Hit(pending, Stops(subject, forecast, context)))
            : RuleOutcome.Passed;
    }

    /// <summary>Whether the rule finds this workload.</summary>
    public static bool Applies(Workload workload, RuleContext context) =>
        ForecastIndex.Of(context.Forecast!).Workload($"{workload.Reference}")?.Pending is { } pending && IsLong(pending, context);

    private static bool IsLong(PendingForecast pending, RuleContext context) =>
        pending.IsUntilTheEnd || pending.Seconds.Expected >= context.Value(LeastSeconds);

    private static RuleHit Hit(PendingForecast pending, string? budget) => new()
    {
        Field = "spec.template.spec",
        Severity = budget is null ? null : Severity.Blocker,
        Message = $"{(pending.Pods == 1 ? "an evicted pod finds" : $"{pending.Pods} evicted pods find")} no node "
            + $"{(pending.IsUntilTheEnd ? "until the run ends" : $"for {Seconds.InWords(pending.Seconds.Expected)}")}"
            + $"{(budget is null ? "" : $", and {budget} stops the drain until then")}: {pending.Why}",
        Evidence =
        [
            new("pods", $"{pending.Pods}"),
            new("waits", pending.IsUntilTheEnd ? "until the end" : Seconds.Exact(pending.Seconds.Expected)),
            new("reasons", pending.Why),
        ],
    };

    // The budget that a blocked node waits for, when it guards pods of this workload.
    private static string? Stops(Workload workload, DrainForecast forecast, RuleContext context)
    {
        var budgets = context.Around(workload).BudgetsSelecting(workload.Template.Labels).Select(budget => $"{budget.Reference}").ToArray();
        return forecast.Nodes.SelectMany(node => node.Blockers)
            .FirstOrDefault(blocker => blocker.Reason == BlockReason.ReplacementPending && budgets.Contains(blocker.Object, StringComparer.Ordinal))?.Object;
    }
}
