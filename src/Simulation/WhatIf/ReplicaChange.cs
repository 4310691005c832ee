using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Gives a workload one replica more, which is Ready where the scheduler would put it before the run starts.</summary>
internal static class ReplicaChange
{
    public static Candidate OneMore(Workload workload, SchedulerSettings scheduler) => new()
    {
        Rule = workload.Replicas == 1 ? "single-replica" : "budget-covers-all-replicas",
        Object = workload.Reference.ToString(),
        Change = "replicas",
        Message = _ => $"replicas from {workload.Replicas} to {workload.Replicas + 1}",
        Apply = scenario => Added(scenario.Snapshot, workload, scheduler) is { } snapshot ? scenario with { Snapshot = snapshot } : null,
    };

    private static ClusterSnapshot? Added(ClusterSnapshot snapshot, Workload workload, SchedulerSettings scheduler)
    {
        var contents = snapshot.InNamespace(workload.Metadata.Namespace);
        if (ObjectName.Of(workload).FindWorkload(snapshot) is not { HasReplicas: true, VolumeClaimTemplates.IsEmpty: true } top
            || contents.PodsOf(top).LastOrDefault(pod => pod is { IsReady: true, IsTerminating: false }) is not { } sibling)
        {
            return null;
        }

        var unbound = sibling with { Metadata = sibling.Metadata with { Name = NextName(top, contents, sibling) }, NodeName = null };
        var waiting = With(snapshot, unbound, top);
        var catalog = new PlacementCatalog(waiting, scheduler);
        var node = SchedulerState.WithPods(catalog).Place(catalog.ShapeOf(unbound), tieSeed: 0).Node;
        return node < 0 ? null : With(snapshot, unbound with { NodeName = catalog.NodeName(node) }, top);
    }

    private static ClusterSnapshot With(ClusterSnapshot snapshot, Pod pod, Workload top) => snapshot.WithPod(pod, controller =>
        ReferenceEquals(controller, top) || (controller.Kind == pod.Metadata.Controller?.Kind && controller.Metadata.Name == pod.Metadata.Controller.Name)
            ? controller with { SpecReplicas = controller.Replicas + 1 } : controller);

    private static string NextName(Workload top, NamespaceSnapshot contents, Pod sibling) => top.Type == WorkloadKind.StatefulSet
        ? $"{top.Metadata.Name}-{top.FirstOrdinal + contents.PodsOf(top).Length}"
        : $"{sibling.Metadata.Name}-more";
}
