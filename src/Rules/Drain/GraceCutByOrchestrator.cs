using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports pods that ask for more time to end than the drain gives them.</summary>
internal sealed class GraceCutByOrchestrator : PodTemplateRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "grace-cut-by-orchestrator",
        Category = RuleCategory.Drain,
        Severity = Severity.High,
        Summary = "The drain gives the pod less time to end than the pod asks for",
        Why = """
            An orchestrator may send a grace period of its own with each eviction, which replaces the pod's, and it may stop waiting before
            the pod's grace is over. In the first case the program is killed in the middle of its work, in the second the drain fails.
            """,
        Fix = "Raise the grace and the timeout of the orchestrator for this run, or make the program end sooner and say so in its own grace.",
        Sources =
        [
            DrainSources.PodTermination, DrainSources.KubectlDrain,
            new("Kubespray upgrade defaults", "https://github.com/kubernetes-sigs/kubespray/blob/master/roles/upgrade/pre-upgrade/defaults/main.yml"),
        ],
        NeedsForecast = true,
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        var forecast = context.Forecast!;
        var index = ForecastIndex.Of(forecast);
        if (pods.IsDaemonSet || !pods.LivePods(context).Any(pod => pod.NodeName is { } node && index.Position(node) is not null))
        {
            return RuleOutcome.NotApplicable;
        }

        var own = pods.Spec.GraceSeconds;
        var needed = Stated(pods) is { } stated ? Math.Min(stated, own) : own;
        return Cut(forecast, own, needed) is not { } message ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = pods.SpecField("terminationGracePeriodSeconds"),
            Message = message,
            Evidence =
            [
                new("pod", $"{own} s"),
                new("sent", Given(forecast, own) is var given && forecast.Plan.Drain.GracePeriodSeconds < 0 && given >= own ? "the pod's own" : $"{given} s"),
                new("timeout", DrainLimits.GivesUpAfter(forecast.Plan) is { } limit ? Seconds.Exact(limit) : "none"),
                new("profile", forecast.Profile),
            ],
        });
    }

    // What the program is said to need counts, not what it might use up.
    private static double? Stated(PodDefinition pods) =>
        KnownAnnotations.Seconds(pods.Template.Annotations, KnownAnnotations.ShutdownSeconds);

    private static double Given(DrainForecast forecast, long own) => DrainLimits.GraceOf(forecast.Plan, own);

    private static string? Cut(DrainForecast forecast, long own, double needed)
    {
        var given = Given(forecast, own);
        return needed > given ? $"asks for {own} s to end, but {forecast.Profile} sends {given} s and the program is killed then"
            : DrainLimits.GivesUpAfter(forecast.Plan) is { } limit && Math.Min(needed, given) > limit
                ? $"asks for {own} s to end, but the drain of a node gives up after {Seconds.Exact(limit)}"
            : null;
    }
}
