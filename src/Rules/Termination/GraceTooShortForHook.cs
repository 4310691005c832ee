using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that are killed before, or while, they stop.</summary>
internal sealed class GraceTooShortForHook : PodTemplateRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "grace-too-short-for-hook",
        Category = RuleCategory.Termination,
        Severity = Severity.Medium,
        Summary = "The grace period is over before the program is told to stop",
        Why = """
            The grace period starts with the preStop hook, not after it. When the hook takes all of it, or when it is
            zero, the program is killed without having seen SIGTERM: requests in flight are cut and data is not flushed,
            on every node that is drained.
            """,
        Fix = "Set terminationGracePeriodSeconds to the length of the hook plus the time that the program needs to stop.",
        Sources = [new("Container lifecycle hooks", "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-execution")],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        var grace = pods.Spec.GraceSeconds;
        if (grace <= 0)
        {
            return RuleOutcome.Found(new RuleHit
            {
                Field = pods.SpecField("terminationGracePeriodSeconds"),
                Message = "has a grace period of 0 s: its containers are killed without a signal to stop",
                Evidence = [new("graceSeconds", "0")],
            });
        }

        List<RuleHit>? hits = null;
        foreach (var each in pods.RunningContainers())
        {
            if (each.Container.PreStop?.SleepSeconds is { } sleep && sleep >= grace)
            {
                (hits ??= []).Add(Hit(each.Container.Name, each.Field, sleep, grace));
            }
        }

        return hits is null ? RuleOutcome.Passed : RuleOutcome.Found(hits);
    }

    private static RuleHit Hit(string container, string field, double sleep, long grace) => new()
    {
        Field = $"{field}.lifecycle.preStop",
        Message = $"the preStop hook of container {container} sleeps {sleep} s of a grace period of {grace} s, which leaves nothing to stop in",
        Evidence =
        [
            new("container", container),
            new("preStopSeconds", $"{sleep}"),
            new("graceSeconds", $"{grace}"),
        ],
    };
}
