using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports a budget whose pods leave one node one after another.</summary>
internal sealed class BudgetSerialisesDrain : Rule<PodDisruptionBudget>
{
    // More than half of the window, or of all drains where there is no window.
    private const double DominatingShare = 0.5;

    private static readonly Int32Parameter LeastSeconds = new(
        "leastSeconds", 30, 0, int.MaxValue, "seconds", "A chain of evictions that takes less is not worth a finding.", "own choice");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-serialises-drain",
        Category = RuleCategory.Drain,
        Severity = Severity.Medium,
        Summary = "PodDisruptionBudget lets the pods of one node leave one after another",
        Why = """
            Several pods of one budget are on the node and fewer may be away at a time. Each next one waits until a replacement is Ready,
            and then for the next try of the drain, so that the chain takes as many start-ups as it has pods. For a StatefulSet each step
            also contains the end of the old pod and the move of its volume.
            """,
        Fix = "Spread the pods over the nodes. Where there are many replicas, allow more than one to be away.",
        Sources = [DrainSources.SafelyDrain, new("Disruptions", "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/")],
        NeedsForecast = true,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [LeastSeconds];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        var forecast = context.Forecast!;
        return ForecastIndex.Of(forecast).Budget($"{subject.Reference}") is { Chain: > 1 } chain && chain.ChainSeconds >= Math.Max(1, context.Value(LeastSeconds))
            ? RuleOutcome.Found(Hit(subject, chain, forecast))
            : RuleOutcome.Passed;
    }

    private static RuleHit Hit(PodDisruptionBudget budget, BudgetForecast chain, DrainForecast forecast)
    {
        var whole = forecast.WindowSeconds ?? ForecastIndex.Of(forecast).DrainSeconds;
        return new()
        {
            Field = budget.PolicyField,
            Severity = chain.CriticalSeconds > DominatingShare * whole ? Severity.High : null,
            Message = $"lets {chain.Chain} pods leave node {chain.Node} one after another, {Seconds.InWords(chain.ChainSeconds)} from the first to the last",
            Evidence =
            [
                new("chain", $"{chain.Chain} pods on {chain.Node}"),
                new("chainSeconds", Seconds.Exact(chain.ChainSeconds)),
                new("step", Seconds.Exact(chain.ChainSeconds / (chain.Chain - 1))),
                new("nodes", $"{chain.Nodes}"),
                new("addsToDrains", Seconds.Exact(chain.CriticalSeconds)),
            ],
        };
    }
}
