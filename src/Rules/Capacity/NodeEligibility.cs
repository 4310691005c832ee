using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Which nodes pods may run on for as long as neither they nor the nodes are changed.</summary>
internal static class NodeEligibility
{
    /// <summary>Whether a node takes new pods now.</summary>
    public static bool IsAvailable(Node node) => !node.Unschedulable && node.IsReady;

    /// <summary>Whether the specification restricts the nodes by their labels or names.</summary>
    public static bool IsRestricted(PodSpec spec) => spec.NodeSelector.Count > 0 || spec.Affinity?.RequiredNodeTerms is not null;

    /// <summary>The one node that selector, affinity or <c>nodeName</c> names, with the field that does; null when none is named.</summary>
    public static (string Node, string Field)? NamedNode(PodDefinition pods)
    {
        if (pods.Template.NodeName is { Length: > 0 } assigned)
        {
            return (assigned, pods.SpecField("nodeName"));
        }

        if (pods.Spec.NodeSelector.Find(NodeLabels.Hostname) is { } host)
        {
            return (host, pods.SpecField("nodeSelector"));
        }

        var named = pods.Spec.Affinity?.RequiredNodeTerms?.Select(NamedBy).Distinct(StringComparer.Ordinal).ToList();
        return named is [{ } only] ? (only, pods.SpecField("affinity.nodeAffinity")) : null;
    }

    /// <summary>Whether node selector and required node affinity admit a node.</summary>
    public static bool IsSelected(PodSpec spec, Node node) =>
        spec.NodeSelector.All(pair => node.Metadata.Labels.Find(pair.Key) == pair.Value)
        && (spec.Affinity?.RequiredNodeTerms is not { } terms || terms.Any(term => term.Matches(node.Name, node.Metadata.Labels)));

    /// <summary>Whether a taint keeps pods away for good; those of the node's condition and of a cordon come and go with it.</summary>
    public static bool IsLasting(Taint taint) =>
        taint.Effect is "NoSchedule" or "NoExecute" && !taint.Key.StartsWith("node.kubernetes.io/", StringComparison.Ordinal);

    /// <summary>Whether pods of a specification tolerate a taint.</summary>
    public static bool Tolerates(PodSpec spec, Taint taint) => spec.Tolerations.Any(toleration => toleration.Tolerates(taint));

    private static string? NamedBy(NodeSelectorTerm term) =>
        term.Expressions.Where(e => e.Key == NodeLabels.Hostname).Concat(term.Fields.Where(f => f.Key == "metadata.name"))
            .Select(r => r is { Operator: SelectorOperator.In, Values: [var only] } ? only : null)
            .FirstOrDefault(name => name is not null);
}
