using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that a cordon does not keep away.</summary>
internal sealed class PodReturnsToDrainedNode : PodTemplateRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "pod-returns-to-drained-node",
        Category = RuleCategory.Termination,
        Severity = Severity.High,
        Summary = "The pod comes back to the node that is being drained",
        Why = """
            A cordon is a taint. The replacement of a pod that tolerates it may be placed right back onto the node, which has just become
            the emptiest one, and a pod that names its node is bound there without asking the scheduler. It then dies with the reboot, or is
            evicted again and again by an orchestrator that waits for an empty node.
            """,
        Fix = "Tolerate only the taints that are needed, by key, and let the scheduler choose the node.",
        Sources =
        [
            new("Taints and tolerations", "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"),
            new("Cluster API: machine deletion process", "https://cluster-api.sigs.k8s.io/tasks/automated-machine-management/machine_deletions"),
        ],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        // The pods of a DaemonSet are meant to stay, and a pod that nobody makes again does not come back.
        if (pods.IsDaemonSet || pods.Workload is null)
        {
            return RuleOutcome.NotApplicable;
        }

        if (pods.Template.NodeName is { Length: > 0 } node)
        {
            return RuleOutcome.Found(new RuleHit
            {
                Field = pods.SpecField("nodeName"),
                Message = $"names node {node}, so its pods are bound there even while it is cordoned",
                Evidence = [new("nodeName", node)],
            });
        }

        var index = -1;
        for (var i = 0; i < pods.Spec.Tolerations.Length && index < 0; i++)
        {
            index = pods.Spec.Tolerations[i].Tolerates(Taint.Cordoned) ? i : -1;
        }

        return index < 0 ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = pods.SpecField($"tolerations[{index}]"),
            Message = $"tolerates {Describe(pods.Spec.Tolerations[index])}, and with it the taint of a cordoned node",
            Evidence = [new("toleration", Describe(pods.Spec.Tolerations[index])), new("taint", $"{Taint.UnschedulableKey}:NoSchedule")],
        });
    }

    private static string Describe(Toleration toleration) => toleration switch
    {
        { Key: "", Effect: "" } => "every taint",
        { Key: "" } => $"every taint with the effect {toleration.Effect}",
        _ => toleration.Key,
    };
}
