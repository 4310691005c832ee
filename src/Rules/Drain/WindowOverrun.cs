using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports the first node that is not done when the window closes.</summary>
internal sealed class WindowOverrun : Rule<Node>
{
    private const int MaxFixes = 3;

    private static readonly Int32Parameter ReservePercent = new(
        "reservePercent", 20, 0, 500, "percent", "What is added to the duration for what nobody foresees.", "own choice");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "window-overrun",
        Category = RuleCategory.Drain,
        Severity = Severity.High,
        Summary = "The maintenance does not fit its window",
        Why = """
            When the window closes, the node that is being worked on is still away, and those after it have not been touched: users notice
            the rest of the run, or the cluster stays half upgraded until the next window.
            """,
        Fix = "Make the changes that save most time, do fewer nodes in this window, or take a longer one.",
        Sources = [DrainSources.SafelyDrain],
        NeedsForecast = true,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [ReservePercent];

    /// <inheritdoc/>
    public override RuleOutcome Check(Node subject, RuleContext context)
    {
        var forecast = context.Forecast!;
        if (forecast.Window is not { } window || ForecastIndex.Of(forecast).Position(subject.Name) is not { } position || IsBlocked(forecast))
        {
            return RuleOutcome.NotApplicable;
        }

        var factor = 1 + (context.Value(ReservePercent) / 100.0);
        var expected = FirstBeyond(forecast, window.Seconds, factor, total => total.Expected);
        var first = expected ?? FirstBeyond(forecast, window.Seconds, factor, total => total.Worst);
        return position == first
            ? RuleOutcome.Found(Hit(forecast, window, position, expected is null, context.Value(ReservePercent)))
            : RuleOutcome.Passed;
    }

    // A run that something blocks is no question of time.
    private static bool IsBlocked(DrainForecast forecast) =>
        forecast.Nodes.Any(node => node.Outcome is not (NodeOutcome.Drained or NodeOutcome.NotReached));

    private static int? FirstBeyond(DrainForecast forecast, double window, double factor, Func<Estimate, double> of)
    {
        for (var i = 0; i < forecast.Nodes.Count; i++)
        {
            if (forecast.Nodes[i].Outcome == NodeOutcome.NotReached || of(forecast.Nodes[i].DoneSeconds) * factor > window)
            {
                return i;
            }
        }

        return null;
    }

    private static RuleHit Hit(DrainForecast forecast, WindowForecast window, int position, bool isOnlyWorst, int reserve)
    {
        var total = forecast.TotalSeconds;
        var withReserve = reserve > 0 ? $" with a reserve of {reserve} %" : "";
        return new()
        {
            Field = "metadata.name",
            Severity = isOnlyWorst ? Severity.Medium : null,
            Message = $"is number {position + 1} of {forecast.Nodes.Count} and not done when the window of {Seconds.InWords(window.Seconds)} closes"
                + $"{(isOnlyWorst ? " in the worst case" : "")}{withReserve}: the run takes {Seconds.InWords(total.Expected)}, at worst {Seconds.InWords(total.Worst)}",
            Fix = forecast.Fixes.Count == 0 ? null : $"What saves most: {string.Join("; ", forecast.Fixes.Take(MaxFixes).Select(InWords))}.",
            Evidence =
            [
                new("window", Seconds.Exact(window.Seconds)),
                new("expected", Seconds.Exact(total.Expected)),
                new("worst", Seconds.Exact(total.Worst)),
                new("reserve", $"{reserve} %"),
                new("nodesThatFit", $"{window.NodesThatFit}"),
                new("nodesThatFitAtWorst", $"{window.NodesThatFitWorst}"),
                new("lastSafeStart", window.LastSafeStartSeconds is { } last ? Seconds.Exact(last) : "none"),
            ],
        };
    }

    private static string InWords(ForecastFix fix) => $"{fix.Object} {fix.Message} ({Seconds.InWords(fix.SavesSeconds)})";
}
