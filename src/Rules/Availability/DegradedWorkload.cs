using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports a workload that lacks pods already, before a drain takes one more.</summary>
internal sealed class DegradedWorkload : Rule<Workload>
{
    private static readonly Int32Parameter SettleMinutes = new(
        "settleMinutes", 15, 0, 1440, "minutes", "How long pods may be missing or unready before it counts as more than a rollout.",
        "elastisys/compliantkubernetes-apps:helmfile.d/charts/prometheus-alerts/templates/alerts/kubernetes-apps.yaml");

    public override IReadOnlyList<RuleParameter> Parameters => [SettleMinutes];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "degraded-workload",
        Category = RuleCategory.Availability,
        Severity = Severity.High,
        Summary = "Workload has fewer Ready pods than it asks for",
        Why = "Maintenance on top of a degraded workload removes one more pod than it was built to lose, and the fault is then hard to tell from the drain.",
        Fix = "Repair the pods, or scale to what is meant to run, before the window.",
        Sources = [KubernetesDocs.Disruptions],
        Needs = ResourceKinds.Pods,
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        if (!subject.HasReplicas || subject.Replicas == 0)
        {
            return RuleOutcome.NotApplicable;
        }

        if (subject.Status is not { } status)
        {
            return RuleOutcome.NotEvaluated("the workload has no status");
        }

        if (status.ReadyReplicas >= subject.Replicas)
        {
            return RuleOutcome.Passed;
        }

        var pods = around.PodsOf(subject).Where(pod => !pod.IsFinished).ToArray();
        var unready = pods.Where(pod => pod is { IsReady: false, IsTerminating: false }).ToArray();
        var since = unready.Select(pod => pod.UnreadySince).Min() ?? SinceMissing(subject, pods);
        var age = context.Cluster.CapturedAt - since;
        if (age is null)
        {
            return RuleOutcome.NotEvaluated("since when pods are missing is unknown");
        }

        if (age < TimeSpan.FromMinutes(context.Value(SettleMinutes)))
        {
            return RuleOutcome.Passed;
        }

        return RuleOutcome.Found(new RuleHit
        {
            Field = "status.readyReplicas",
            Message = $"{status.ReadyReplicas} of {Counted.Of(subject.Replicas, "replica is", "replicas are")} Ready, for {WorkloadFacts.Words(age.Value)}",
            Evidence =
            [
                new("ready", $"{status.ReadyReplicas}"), new("desired", $"{subject.Replicas}"), new("pods", $"{pods.Length}"),
                .. PodFacts.Unready(unready),
                new("since", $"{since:yyyy-MM-ddTHH:mm:ssZ}"),
            ],
        });
    }

    // Pods that do not exist have no age; the last thing that happened to the workload bounds it. A pod that is leaving is being replaced.
    private static DateTimeOffset? SinceMissing(Workload workload, Pod[] pods) =>
        Array.Exists(pods, pod => pod.IsTerminating)
            ? null
            : workload.Status?.UnavailableSince ?? pods.Select(pod => pod.Metadata.CreatedAt).Append(workload.Metadata.CreatedAt).Max();
}
