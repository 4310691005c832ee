using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>Who owns what in one namespace: pod to ReplicaSet to Deployment, Job to CronJob, or an owner of unknown kind.</summary>
internal abstract class WorkloadIndex
{
    /// <summary>Workloads that no other one owns, by kind and name.</summary>
    public abstract ImmutableArray<Workload> Top { get; }

    /// <summary>A controller by kind and name; null when it was not read.</summary>
    public abstract Workload? Find(string kind, string name);

    /// <summary>The topmost workload of a pod; null when nothing controls it.</summary>
    public abstract Workload? Of(Pod pod);

    /// <summary>The pods of a topmost workload by name.</summary>
    public abstract ImmutableArray<Pod> PodsOf(Workload workload);

    /// <summary>Whether some object names an owner of this kind and name that was not read.</summary>
    public abstract bool Misses(string kind, string name);
}
