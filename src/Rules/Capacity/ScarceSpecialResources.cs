using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports nodes whose devices are in use and not to be had elsewhere.</summary>
internal sealed class ScarceSpecialResources : Rule<Node>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "scarce-special-resources",
        Category = RuleCategory.Capacity,
        Severity = Severity.High,
        NeedsCluster = true,
        Needs = ResourceKinds.Pods,
        Summary = "The other nodes have too few free devices for the pods of this one",
        Why = """
            Pods that ask for devices, such as GPUs, can only go where enough of them are free. While this node is drained
            its pods wait, whatever CPU and memory others have left.
            """,
        Fix = "Stop or move such work before the window, or keep as many devices free as the largest node has in use.",
        Sources = [new("Device plugins", "https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/")],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(Node node, RuleContext context)
    {
        if (context.Cluster.Nodes.Length < 2)
        {
            return RuleOutcome.NotApplicable;
        }

        var load = ClusterLoad.Of(context.Cluster);
        if (!load.On(node).Pairs.Any(IsSpecial))
        {
            return RuleOutcome.Passed;
        }

        var leaving = load.Sum(context.Cluster.PodsOn(node.Name).Where(pod => pod is { IsDaemonSetPod: false, IsMirror: false, IsTerminating: false, Metadata.Controller: not null }));
        return RuleOutcome.Found([
            .. leaving.Pairs.Where(IsSpecial)
                .Select(pair => Judge(pair.Key, pair.Value, load.Free(pair.Key) - load.FreeOn(node, pair.Key))).OfType<RuleHit>(),
        ]);
    }

    private static RuleHit? Judge(string resource, long used, long free) => free >= used ? null : new()
    {
        Field = "status.allocatable",
        Message = $"its pods use {used} {resource}, and the other nodes have {free} free",
        Evidence = [new("resource", resource), new("used", $"{used}"), new("freeElsewhere", $"{free}")],
    };

    // Extended resources have the name of a domain; those of Kubernetes itself are counted elsewhere.
    private static bool IsSpecial(KeyValuePair<string, long> used) =>
        used.Value > 0 && used.Key.Contains('/', StringComparison.Ordinal) && !used.Key.Contains("kubernetes.io/", StringComparison.Ordinal);
}
