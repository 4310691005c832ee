using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that ask some orchestrators not to evict them.</summary>
internal sealed class PodOptsOutOfEviction : PodTemplateRule
{
    private const string ClusterAutoscaler = "cluster-autoscaler";
    private const string Karpenter = "karpenter";
    private const string ClusterApi = "cluster-api";
    private const string SkipsDrain = "cluster.x-k8s.io/drain";

    private static readonly TextListParameter HonouredBy = new(
        "honouredBy", [], $"Orchestrators in use, of {ClusterAutoscaler}, {Karpenter} and {ClusterApi}; what they honour is high.",
        "own choice: kubectl, Kubespray and kured honour none of it");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pod-opts-out-of-eviction",
        Category = RuleCategory.Termination,
        Severity = Severity.Info,
        Summary = "A pod asks not to be evicted, and not every orchestrator listens",
        Why = """
            Each of these marks means something to one orchestrator only: that one waits for the pod, perhaps for ever, or lets it die with the
            machine. Every other one, kubectl, Kubespray and kured among them, evicts the pod all the same.
            """,
        Fix = "Agree with whoever runs the maintenance what is to happen with the pod.",
        Sources =
        [
            new("Karpenter: disruption", "https://karpenter.sh/docs/concepts/disruption/"),
            new("Cluster API: machine deletion process", "https://cluster-api.sigs.k8s.io/tasks/automated-machine-management/machine_deletions"),
        ],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [HonouredBy];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        return pods.Template.Annotations.Count > 0 || pods.Template.Labels.ContainsKey(SkipsDrain) ? Marked(pods, context.Value(HonouredBy)) : RuleOutcome.Passed;
    }

    private static RuleOutcome Marked(PodDefinition pods, IReadOnlyList<string> inUse) =>
        RuleOutcome.Found([.. Marks(pods).Select(mark => new RuleHit
        {
            Field = pods.Field(mark.Field),
            Message = $"carries {mark.Key}: {mark.Value}, which only {mark.Reader} honours",
            Severity = inUse.Contains(mark.Reader, StringComparer.OrdinalIgnoreCase) ? Severity.High : null,
            Evidence = [new(mark.Key, mark.Value), new("honouredBy", mark.Reader)],
        })]);

    private static IEnumerable<(string Field, string Key, string Value, string Reader)> Marks(PodDefinition pods)
    {
        foreach (var (key, value) in pods.Template.Annotations)
        {
            switch (key, value)
            {
                case ("cluster-autoscaler.kubernetes.io/safe-to-evict", "false"):
                    yield return ("metadata.annotations", key, value, ClusterAutoscaler);
                    break;
                case ("karpenter.sh/do-not-disrupt" or "karpenter.sh/do-not-evict", "true"):
                    yield return ("metadata.annotations", key, value, Karpenter);
                    break;
            }
        }

        if (pods.Template.Labels.Find(SkipsDrain) is "skip" or "wait-completed")
        {
            yield return ("metadata.labels", SkipsDrain, pods.Template.Labels[SkipsDrain], ClusterApi);
        }
    }
}
