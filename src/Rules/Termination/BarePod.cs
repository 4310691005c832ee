using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that nobody makes again.</summary>
internal sealed class BarePod : Rule<Pod>
{
    private const string SafeToEvict = "cluster-autoscaler.kubernetes.io/safe-to-evict";

    private static readonly Int32Parameter DebugPodHours = new(
        "debugPodHours", 24, 0, 8760, "hours", "Pods of kubectl debug are left alone up to this age.", "own choice: one working day");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "bare-pod",
        Category = RuleCategory.Termination,
        Severity = Severity.High,
        Summary = "No controller makes the pod again",
        Why = """
            kubectl drain refuses a node with such a pod before it evicts anything. With --force, and with orchestrators that always
            force, the pod is deleted for good.
            """,
        Fix = "Let a Deployment, StatefulSet or Job make the pod, or delete it before the window.",
        Sources = [new("Safely drain a node", "https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [DebugPodHours];

    /// <inheritdoc/>
    public override RuleOutcome Check(Pod pod, RuleContext context)
    {
        // The pod of a Helm hook is made for one moment of a release, not to stay.
        if (pod.Metadata.Controller is not null || pod.IsMirror || pod.IsFinished || pod.Metadata.Annotations.ContainsKey("helm.sh/hook"))
        {
            return RuleOutcome.NotApplicable;
        }

        if (pod.Metadata.Annotations.Find(SafeToEvict) == "true" || IsYoungDebugPod(pod, context))
        {
            return RuleOutcome.Passed;
        }

        var days = pod.Metadata.CreatedAt is { } created ? (int)(context.Cluster.CapturedAt - created).TotalDays : (int?)null;
        var owner = pod.Metadata.HasOnlyNonControllingOwners ? "; its owner references name no controller, so a drain does not count them" : "";
        return RuleOutcome.Found(new RuleHit
        {
            Field = "metadata.ownerReferences",
            Message = $"has no controller{(days is null ? "" : $" and has existed for {Counted.Of(days.Value, "day")}")}{owner}",
            Evidence = [.. days is null ? Array.Empty<KeyValuePair<string, string>>() : [new("ageDays", $"{days}")], new("volumes", $"{pod.Spec.Volumes.Length}")],
        });
    }

    private static bool IsYoungDebugPod(Pod pod, RuleContext context) =>
        (pod.Name.StartsWith("node-debugger-", StringComparison.Ordinal)
            || pod.Metadata.Labels.Find("app.kubernetes.io/managed-by") == "kubectl-debug")
        && pod.Metadata.CreatedAt is { } created
        && context.Cluster.CapturedAt - created < TimeSpan.FromHours(context.Value(DebugPodHours));
}
