using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Which nodes pods may run on for as long as neither they nor the nodes are changed.</summary>
internal static class NodeEligibility
{
    /// <summary>The label that names a node.</summary>
    public const string HostnameLabel = "kubernetes.io/hostname";

    /// <summary>The nodes whose lasting taints the pods tolerate, cordoned and unready ones included.</summary>
    public static ImmutableArray<Node> Tolerated(PodSpec spec, ClusterSnapshot cluster) => EligibleNodes.Of(spec, cluster).Tolerated;

    /// <summary>Of the tolerated nodes those that node selector and required node affinity admit.</summary>
    public static ImmutableArray<Node> Eligible(PodSpec spec, ClusterSnapshot cluster) => EligibleNodes.Of(spec, cluster).Eligible;

    /// <summary>The zones of the nodes that are eligible, ordinally.</summary>
    public static IReadOnlyList<string> EligibleZones(PodSpec spec, ClusterSnapshot cluster) => EligibleNodes.Of(spec, cluster).Zones;

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

        if (pods.Spec.NodeSelector.Find(HostnameLabel) is { } host)
        {
            return (host, pods.SpecField("nodeSelector"));
        }

        var named = pods.Spec.Affinity?.RequiredNodeTerms?.Select(NamedBy).Distinct(StringComparer.Ordinal).ToList();
        return named is [{ } only] ? (only, pods.SpecField("affinity.nodeAffinity")) : null;
    }

    /// <summary>Whether the pods tolerate the lasting taints of a node.</summary>
    internal static bool IsTolerated(PodSpec spec, Node node) =>
        node.Taints.IsEmpty || node.Taints.All(taint => !IsLasting(taint) || spec.Tolerations.Any(t => Tolerates(t, taint)));

    /// <summary>Whether node selector and required node affinity admit a node.</summary>
    internal static bool IsSelected(PodSpec spec, Node node) =>
        spec.NodeSelector.All(pair => node.Metadata.Labels.Find(pair.Key) == pair.Value)
        && (spec.Affinity?.RequiredNodeTerms is not { } terms || terms.Any(term => term.Matches(node.Name, node.Metadata.Labels)));

    // Taints of the node's condition and of a cordon come and go with it.
    private static bool IsLasting(Taint taint) =>
        taint.Effect is "NoSchedule" or "NoExecute" && !taint.Key.StartsWith("node.kubernetes.io/", StringComparison.Ordinal);

    private static bool Tolerates(Toleration toleration, Taint taint) =>
        (toleration.Effect.Length == 0 || toleration.Effect == taint.Effect)
        && (toleration.Key.Length == 0 ? toleration.Exists : toleration.Key == taint.Key)
        && (toleration.Exists || toleration.Value == taint.Value);

    private static string? NamedBy(NodeSelectorTerm term) =>
        term.Expressions.Where(e => e.Key == HostnameLabel).Concat(term.Fields.Where(f => f.Key == "metadata.name"))
            .Select(r => r is { Operator: SelectorOperator.In, Values: [var only] } ? only : null)
            .FirstOrDefault(name => name is not null);
}
