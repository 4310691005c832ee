using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

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
                new("sent", forecast.Plan.Drain.GracePeriodSeconds < 0 ? "the pod's own" : $"{forecast.Plan.Drain.GracePeriodSeconds} s"),
                new("timeout", forecast.Plan.Drain.TimeoutSeconds > 0 ? Seconds.Exact(forecast.Plan.Drain.TimeoutSeconds) : "none"),
                new("profile", forecast.Profile),
            ],
        });
    }

    // What the program is said to need counts, not what it might use up.
    private static double? Stated(PodDefinition pods) =>
        KnownAnnotations.Seconds(pods.Template.Annotations, KnownAnnotations.ShutdownSeconds);

    private static string? Cut(DrainForecast forecast, long own, double needed)
    {
        var drain = forecast.Plan.Drain;
        var given = drain.GracePeriodSeconds < 0 ? own : drain.GracePeriodSeconds;
        return needed > given ? $"asks for {own} s to end, but {forecast.Profile} sends {given} s and the program is killed then"
            : drain.TimeoutSeconds > 0 && Math.Min(needed, given) > drain.TimeoutSeconds
                ? $"asks for {own} s to end, but the drain of a node gives up after {Seconds.Exact(drain.TimeoutSeconds)}"
            : null;
    }
}
