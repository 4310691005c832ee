using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Finds the nodes that a plan means in a cluster.</summary>
internal static class PlanNodes
{
    /// <summary>The names, in the order of the plan; what is not found is a mistake.</summary>
    public static IReadOnlyList<string> Find(MaintenancePlanDocument plan, NodeSequence sequence, ClusterSnapshot cluster, Action<string, string> note)
    {
        if (cluster.Nodes.Length == 0)
        {
            note("spec.nodes", "the source holds no nodes, so none can be drained; add them to it (kubectl get nodes -o json)");
            return [];
        }

        var names = plan switch
        {
            { NodeNames: { } listed } => ByName(listed, cluster, note),
            { NodeSelector: { } selector } => BySelector(selector, cluster, note),
            { SaysNodes: true } => [],
            _ => Workers(cluster, note),
        };
        return plan.Order switch
        {
            "name" => [.. names.Order(StringComparer.Ordinal)],
            "reverse-name" => [.. names.OrderDescending(StringComparer.Ordinal)],
            null when plan.NodeNames is null => Sorted(names, sequence, cluster),
            _ => names,
        };
    }

    // The order of the machine-config-operator: openshift/machine-config-operator:pkg/controller/node/node_controller.go (sortNodeList).
    private static IReadOnlyList<string> Sorted(IReadOnlyList<string> names, NodeSequence sequence, ClusterSnapshot cluster) => sequence switch
    {
        NodeSequence.AsListed => names,
        NodeSequence.ReverseName => [.. names.OrderDescending(StringComparer.Ordinal)],
        NodeSequence.ZoneThenAge =>
        [
            .. names.Select(name => (Name: name, cluster.FindNode(name)!.Metadata))
                .OrderBy(node => node.Metadata.Labels.Find(NodeLabels.Zone) is null)
                .ThenBy(node => node.Metadata.Labels.Find(NodeLabels.Zone), StringComparer.Ordinal)
                .ThenBy(node => node.Metadata.CreatedAt).ThenBy(node => node.Name, StringComparer.Ordinal)
                .Select(node => node.Name),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(sequence), sequence, null),
    };

    private static IReadOnlyList<string> ByName(IReadOnlyList<string> listed, ClusterSnapshot cluster, Action<string, string> note)
    {
        var known = cluster.Nodes.Select(node => node.Metadata.Name).ToList();
        for (var i = 0; i < listed.Count; i++)
        {
            if (cluster.FindNode(listed[i]) is null)
            {
                note($"spec.nodes.names[{i}]", $"there is no node '{listed[i]}'{Nearest.Hint(listed[i], known)}{All(known)}");
            }
        }

        return listed;
    }

    private static IReadOnlyList<string> BySelector(string text, ClusterSnapshot cluster, Action<string, string> note)
    {
        if (SelectorText.Parse(text, out _) is not { } selector)
        {
            return [];
        }

        string[] names = [.. cluster.Nodes.Where(node => selector.Matches(node.Metadata.Labels)).Select(node => node.Metadata.Name)];
        if (names.Length == 0)
        {
            note("spec.nodes.selector", $"'{text}' selects none of {cluster.Nodes.Length} nodes");
        }

        return names;
    }

    // Of a plan that names no nodes: those that take pods and are not of the control plane.
    private static IReadOnlyList<string> Workers(ClusterSnapshot cluster, Action<string, string> note)
    {
        string[] names = [.. cluster.Nodes.Where(node => !node.Unschedulable && !node.IsControlPlane).Select(node => node.Metadata.Name)];
        if (names.Length == 0)
        {
            note("spec.nodes", $"is missing, and none of {cluster.Nodes.Length} nodes is a schedulable worker; name the nodes");
        }

        return names;
    }

    private static string All(List<string> known) => known.Count <= 12 ? $"; the nodes are {string.Join(", ", known)}" : "";
}
