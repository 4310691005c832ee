using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>Makes clusters that differ from a snapshot in one respect. The snapshot itself does not change.</summary>
public static class SnapshotAlternatives
{
    /// <summary>The same cluster with one budget in place of another.</summary>
    public static ClusterSnapshot WithBudget(this ClusterSnapshot snapshot, PodDisruptionBudget old, PodDisruptionBudget @new) =>
        snapshot.Change(old, contents => contents.With(contents.Pods, contents.Controllers, contents.Budgets.Replace(old, @new)));

    /// <summary>The same cluster without a budget.</summary>
    public static ClusterSnapshot WithoutBudget(this ClusterSnapshot snapshot, PodDisruptionBudget budget) =>
        snapshot.Change(budget, contents => contents.With(contents.Pods, contents.Controllers, contents.Budgets.Remove(budget)));

    /// <summary>The same cluster with the pods of a namespace changed; names and order must stay.</summary>
    public static ClusterSnapshot WithPods(this ClusterSnapshot snapshot, string? @namespace, Func<Pod, Pod> change) =>
        snapshot.Change(@namespace, contents => contents.With([.. contents.Pods.Select(change)], contents.Controllers, contents.Budgets));

    /// <summary>The same cluster with one more pod, and with the controllers of its namespace changed; their names and order must stay.</summary>
    public static ClusterSnapshot WithPod(this ClusterSnapshot snapshot, Pod pod, Func<Workload, Workload> change) =>
        snapshot.Change(pod, contents => contents.With(
            contents.Pods.Insert(Position(contents.Pods, pod), pod), [.. contents.Controllers.Select(change)], contents.Budgets));

    /// <summary>The same cluster with one more node: empty, schedulable and ready, and otherwise like one that is there.</summary>
    public static ClusterSnapshot WithNodeLike(this ClusterSnapshot snapshot, Node like, string newName)
    {
        var node = like with
        {
            Metadata = like.Metadata with { Name = newName, Labels = LabelSet.Of(like.Metadata.Labels.Append(new(NodeLabels.Hostname, newName))) },
            Unschedulable = false,
            Taints = [.. like.Taints.Where(taint => !taint.ComesAndGoes)],
            Conditions = [.. like.Conditions.Where(condition => condition.Type != "Ready")],
            Images = [],
        };
        var csiNodes = snapshot.CsiNodes.FirstOrDefault(c => c.Metadata.Name == like.Metadata.Name) is { } csiNode
            ? Added(snapshot.CsiNodes, csiNode with { Metadata = csiNode.Metadata with { Name = newName } })
            : snapshot.CsiNodes;
        return snapshot.With(Added(snapshot.Nodes, node), csiNodes);
    }

    private static ClusterSnapshot Change(this ClusterSnapshot snapshot, IResource inside, Func<NamespaceSnapshot, NamespaceSnapshot> change) =>
        snapshot.Change(inside.Metadata.Namespace, change);

    private static ClusterSnapshot Change(this ClusterSnapshot snapshot, string? @namespace, Func<NamespaceSnapshot, NamespaceSnapshot> change) =>
        snapshot.With(change(snapshot.InNamespace(@namespace)));

    private static ImmutableArray<T> Added<T>(ImmutableArray<T> items, T item)
        where T : class, IResource => items.Insert(Position(items, item), item);

    private static int Position<T>(ImmutableArray<T> items, T item)
        where T : class, IResource => items.Count(other => string.CompareOrdinal(other.Metadata.Name, item.Metadata.Name) < 0);
}
