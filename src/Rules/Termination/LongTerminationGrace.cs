using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that may take long to end.</summary>
internal sealed class LongTerminationGrace : PodTemplateRule
{
    private static readonly Int32Parameter WarnSeconds = new(
        "warnSeconds", 30, 0, 86400, "seconds", "A grace above this is reported.", "the default of the API and of the platform's advice");

    private static readonly Int32Parameter SevereSeconds = new(
        "severeSeconds", 120, 1, 86400, "seconds", "A grace of this or more is high.", "the platform's example of a grace that fills a window");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "long-termination-grace",
        Category = RuleCategory.Termination,
        Severity = Severity.Medium,
        Summary = "A pod may take long to end",
        Why = """
            A drain waits until the last pod of a node is gone. A pod that does not end on SIGTERM is killed only when
            its grace period is over, and it is evicted again on every node that it is moved to. One long grace
            period sets the pace of the whole maintenance.
            """,
        Fix = "Handle SIGTERM and lower terminationGracePeriodSeconds to what the program needs; keep a long one only with a reason.",
        Sources =
        [
            new("Termination of Pods", "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"),
            new("Prepare your application", "https://github.com/elastisys/compliantkubernetes/blob/main/docs/user-guide/prepare-application.md"),
        ],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [WarnSeconds, SevereSeconds];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        var warn = context.Value(WarnSeconds);
        if (pods.Spec.TerminationGracePeriodSeconds is not { } grace || grace <= warn)
        {
            return RuleOutcome.Passed;
        }

        var nodes = pods.LivePods(context).Select(pod => pod.NodeName).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var shutdown = pods.Template.Annotations.Find(KnownAnnotations.ShutdownSeconds);
        return RuleOutcome.Found(new RuleHit
        {
            Field = pods.SpecField("terminationGracePeriodSeconds"),
            Message = $"has a grace period of {grace} s, above {warn} s{OnNodes(grace, nodes)}{Known(shutdown)}",
            Severity = grace >= context.Value(SevereSeconds) ? Severity.High : null,
            Evidence = [.. Evidence(grace, warn, nodes, shutdown)],
        });
    }

    private static string OnNodes(long grace, int nodes) =>
        nodes > 1 ? $"; on {nodes} nodes that is up to {grace * nodes} s of drains one after the other" : "";

    private static string Known(string? shutdown) => shutdown is null ? "" : $"; its annotation says that it ends after {shutdown} s";

    private static IEnumerable<KeyValuePair<string, string>> Evidence(long grace, int warn, int nodes, string? shutdown)
    {
        yield return new("graceSeconds", $"{grace}");
        yield return new("warnSeconds", $"{warn}");
        if (nodes > 0)
        {
            yield return new("nodes", $"{nodes}");
        }

        if (shutdown is not null)
        {
            yield return new("shutdownSeconds", shutdown);
        }
    }
}
