using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports long fixed sleeps before the stop signal.</summary>
internal sealed class PreStopDelaysEveryPod : PodTemplateRule
{
    private static readonly Int32Parameter SleepSeconds = new(
        "sleepSeconds", 15, 1, 3600, "seconds", "A sleep above this is reported.", "own choice: endpoints settle within a few seconds");

    private static readonly TextListParameter ExemptContainers = new(
        "exemptContainers",
        ["envoy", "istio-proxy", "linkerd-proxy"],
        "Names of containers that wait for connections to drain.",
        "own choice: mesh proxies, which must outlive the program beside them");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pre-stop-delays-every-pod",
        Category = RuleCategory.Termination,
        Severity = Severity.Low,
        Summary = "A fixed sleep delays the end of every pod",
        Why = """
            A preStop sleep is time that every eviction of the pod costs, even when nothing is going on. A few seconds
            let endpoints and load balancers forget the pod; more than that only makes the drain longer.
            """,
        Fix = "Sleep only as long as endpoints need to update, and let the program finish its work on SIGTERM.",
        Sources = [new("Container lifecycle hooks", "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [SleepSeconds, ExemptContainers];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        var limit = context.Value(SleepSeconds);

        // The hooks of a pod run side by side, so the longest one is what the pod costs.
        var (longest, sleep) = (default(PlacedContainer), (double)limit);
        foreach (var each in pods.RunningContainers())
        {
            if (each.Container.PreStop?.SleepSeconds is { } seconds && seconds > sleep && !context.Lists(ExemptContainers, each.Container.Name))
            {
                (longest, sleep) = (each, seconds);
            }
        }

        return sleep <= limit ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = $"{longest.Field}.lifecycle.preStop",
            Message = $"the preStop hook of container {longest.Container.Name} sleeps {sleep} s before every stop, above {limit} s",
            Evidence =
            [
                new("container", longest.Container.Name),
                new("preStopSeconds", $"{sleep}"),
                new("sleepSeconds", $"{limit}"),
            ],
        });
    }
}
