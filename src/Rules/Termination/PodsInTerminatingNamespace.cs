using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that cannot be evicted because their namespace is being deleted.</summary>
internal sealed class PodsInTerminatingNamespace : Rule<KubernetesNamespace>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pods-in-terminating-namespace",
        Category = RuleCategory.Termination,
        Severity = Severity.Medium,
        NeedsCluster = true,
        IncludesDeleted = true,
        Summary = "Pods live on in a namespace that is being deleted",
        Why = """
            Nothing can be created in a namespace that is being deleted, not even an eviction. A drain is refused, tries again and
            waits until the pods go by themselves.
            """,
        Fix = "Finish the deletion of the namespace before the window: look at its conditions for what it waits for.",
        Sources = [new("Namespaces", "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/")],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(KubernetesNamespace subject, RuleContext context)
    {
        if (!subject.IsTerminating)
        {
            return RuleOutcome.NotApplicable;
        }

        var pods = context.Cluster.InNamespace(subject.Name).Pods
            .Where(pod => pod is { IsFinished: false, NodeName: not null, IsDaemonSetPod: false, IsMirror: false }).ToList();
        var nodes = pods.Select(pod => pod.NodeName).Distinct(StringComparer.Ordinal).Count();
        return pods.Count == 0 ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = "metadata.deletionTimestamp",
            Message = $"is being deleted but still has {Counted.Of(pods.Count, "pod")} on {Counted.Of(nodes, "node")}: {Counted.Names([.. pods.Select(pod => pod.Name)])}",
            Evidence = [new("pods", $"{pods.Count}"), new("nodes", $"{nodes}")],
        });
    }
}
