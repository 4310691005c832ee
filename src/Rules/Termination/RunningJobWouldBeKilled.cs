using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports Jobs whose work would be lost in a drain.</summary>
internal sealed class RunningJobWouldBeKilled : Rule<Workload>
{
    /// <summary>What the API server assumes when a Job does not say.</summary>

    private static readonly Int32Parameter LongRunningHours = new(
        "longRunningHours", 12, 1, 8760, "hours", "Work of this age is dear: without a retry it is high.",
        "elastisys/compliantkubernetes-apps:helmfile.d/charts/prometheus-alerts/templates/alerts/kubernetes-apps.yaml");

    private static readonly Int32Parameter IgnoreYoungerThanMinutes = new(
        "ignoreYoungerThanMinutes", 10, 0, 1440, "minutes", "Pods younger than this may be done before a drain begins.", "own choice");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "running-job-would-be-killed",
        Category = RuleCategory.Termination,
        Severity = Severity.Medium,
        NeedsCluster = true,
        Summary = "A drain kills the running pods of a Job",
        Why = """
            A drain evicts the pods of a Job like any other. Their work starts over on another node, or is lost when
            the Job may not retry.
            """,
        Fix = "Wait for the Job or suspend its CronJob before the window, or make the work resumable and let podFailurePolicy ignore disruptions.",
        Sources = [new("Pod failure policy", "https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [LongRunningHours, IgnoreYoungerThanMinutes];

    /// <inheritdoc/>
    public override RuleOutcome Check(Workload workload, RuleContext context)
    {
        if (workload.Type is not (WorkloadKind.Job or WorkloadKind.CronJob))
        {
            return RuleOutcome.NotApplicable;
        }

        var youngest = TimeSpan.FromMinutes(context.Value(IgnoreYoungerThanMinutes));
        var ages = context.Around(workload).PodsOf(workload)
            .Where(pod => pod is { Phase: PodPhase.Running, IsTerminating: false, NodeName: not null })
            .Select(pod => context.Cluster.CapturedAt - (pod.StartedAt ?? pod.Metadata.CreatedAt ?? context.Cluster.CapturedAt))
            .Where(age => age >= youngest).ToList();
        if (ages.Count == 0)
        {
            return RuleOutcome.Passed;
        }

        var oldest = (long)ages.Max().TotalMinutes;
        var limit = workload.Job?.BackoffLimit ?? JobSpec.DefaultBackoffLimit;
        var isLost = limit == 0 && workload.Template.Spec.RestartPolicy == "Never" && workload.Job is not { IgnoresDisruptions: true };
        return RuleOutcome.Found(new RuleHit
        {
            Field = "status.active",
            Message = $"has {Counted.Of(ages.Count, "pod that has run for", "pods that have run for up to")} {WorkloadFacts.Words(ages.Max())}; a drain ends {(ages.Count == 1 ? "it" : "them")}{(isLost ? ", and nothing retries" : "")}",
            Severity = isLost && ages.Max() >= TimeSpan.FromHours(context.Value(LongRunningHours)) ? Severity.High : null,
            Evidence =
            [
                new("runningPods", $"{ages.Count}"),
                new("oldestMinutes", $"{oldest}"),
                new("backoffLimit", $"{limit}"),
                new("restartPolicy", workload.Template.Spec.RestartPolicy),
            ],
        });
    }
}
