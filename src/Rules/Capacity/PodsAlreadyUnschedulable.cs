using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports pods that find no node even before one is taken away.</summary>
internal sealed class PodsAlreadyUnschedulable : PodTemplateRule
{
    private static readonly Int32Parameter SettleMinutes = new(
        "settleMinutes", 15, 0, 1440, "minutes", "Time in which an autoscaler or a rollout may still find room.",
        "elastisys/compliantkubernetes-apps:helmfile.d/charts/prometheus-alerts/templates/alerts/kubernetes-apps.yaml");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pods-already-unschedulable",
        Category = RuleCategory.Capacity,
        Severity = Severity.High,
        NeedsCluster = true,
        Summary = "Pods find no node before any node is drained",
        Why = """
            A pod that is Pending today shows that the cluster is short of something. A drain takes more of it away, and budgets
            count the missing pod already.
            """,
        Fix = "Make room or correct what the pods ask for before the window.",
        Sources = [new("Pod lifecycle", "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [SettleMinutes];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        var settle = context.Value(SettleMinutes);
        List<Pod>? waiting = null;
        foreach (var pod in pods.Pods(context))
        {
            if (PodDefinition.IsLive(pod) && IsUnschedulable(pod) && Minutes(pod, context) >= settle)
            {
                (waiting ??= []).Add(pod);
            }
        }

        return waiting is null ? RuleOutcome.Passed : Found(waiting, settle, pods, context);
    }

    private static RuleOutcome Found(List<Pod> waiting, int settle, PodDefinition pods, RuleContext context)
    {
        var longest = waiting.Max(pod => Minutes(pod, context));
        var because = waiting[0].PodScheduled?.Message is { Length: > 0 } message ? $" ({message.TrimEnd('.')})" : "";
        return RuleOutcome.Found(new RuleHit
        {
            Field = pods.Object is Pod ? "status.conditions" : "status",
            Message = $"has {Counted.Of(waiting.Count, "pod that finds", "pods that find")} no node for {(waiting.Count == 1 ? "" : "up to ")}{longest} min: {Counted.Names([.. waiting.Select(pod => pod.Name)])}{because}",
            Evidence = [new("pods", $"{waiting.Count}"), new("longestMinutes", $"{longest}"), new("settleMinutes", $"{settle}")],
        });
    }

    // Pods of negative priority hold room for others and are meant to wait; a gated pod has another reason.
    private static bool IsUnschedulable(Pod pod) =>
        pod is { NodeName: null, PodScheduled: { Status: false, Reason: "Unschedulable" }, Spec.IsGated: false, Spec.Priority: null or >= 0 };

    private static long Minutes(Pod pod, RuleContext context) =>
        (pod.PodScheduled?.Since ?? pod.Metadata.CreatedAt) is { } since ? (long)(context.Cluster.CapturedAt - since).TotalMinutes : 0;
}
