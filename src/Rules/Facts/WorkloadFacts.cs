using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>Small questions about workloads and pods that several rules ask.</summary>
internal static class WorkloadFacts
{
    private const string PausedAnnotation = "autoscaling.keda.sh/paused";
    private const string PausedReplicasAnnotation = "autoscaling.keda.sh/paused-replicas";

    extension(Autoscaler autoscaler)
    {
        /// <summary>Whether a ScaledObject is paused, so that nothing scales its target.</summary>
        /// <remarks>Source: https://keda.sh/docs/latest/concepts/scaling-deployments/#pausing-autoscaling</remarks>
        public bool IsPaused =>
            autoscaler.PausedReplicas is not null
            || (autoscaler.IsScaledObject && autoscaler.Metadata.Annotations.Find(PausedAnnotation) is "true" or "True");

        /// <summary>The number that a paused ScaledObject holds; null when it holds whatever there is, or is not paused.</summary>
        public int? PausedReplicas =>
            autoscaler.IsScaledObject && int.TryParse(autoscaler.Metadata.Annotations.Find(PausedReplicasAnnotation), out var held) ? held : null;
    }

    extension(NamespaceSnapshot around)
    {
        /// <summary>The controllers that a workload made, for example the StatefulSet of an operator's resource.</summary>
        public IEnumerable<Workload> ControlledBy(Workload owner) =>
            around.Controllers.Where(c =>
                c.Metadata.Controller is { } by && by.Kind == owner.Kind && by.Name == owner.Metadata.Name && by.Group == owner.Reference.Group);

        /// <summary>The pods of a workload that serve: Ready, bound and not going away.</summary>
        public ImmutableArray<Pod> ServingPodsOf(Workload workload) => around.PodsOf(workload).RemoveAll(static pod => !IsServing(pod));
    }

    extension(Workload workload)
    {
        /// <summary>Whether it keeps serving pods alive, as opposed to work that ends and to one pod per node.</summary>
        public bool KeepsReplicas =>
            workload.HasReplicas || (workload.Type == WorkloadKind.Custom && workload.Template.Spec.RestartPolicy == "Always");
    }

    extension(ClusterSnapshot cluster)
    {
        /// <summary>Whether the input shows a running cluster and not only manifests: nodes, or pods that were bound.</summary>
        public bool IsLive => cluster.Nodes.Length > 0 || cluster.Pods.Any(pod => pod.NodeName is not null && pod.StartedAt is not null);
    }

    private static bool IsServing(Pod pod) => pod is { IsReady: true, IsTerminating: false, IsFinished: false, NodeName: not null };

    /// <summary>A length of time in words, rounded down: <c>40 s</c>, <c>25 min</c>, <c>7 h</c>, <c>3 d</c>.</summary>
    public static string Words(TimeSpan time) => time switch
    {
        { TotalMinutes: < 2 } => $"{(int)time.TotalSeconds} s",
        { TotalHours: < 2 } => $"{(int)time.TotalMinutes} min",
        { TotalDays: < 2 } => $"{(int)time.TotalHours} h",
        _ => $"{(int)time.TotalDays} d",
    };
}
