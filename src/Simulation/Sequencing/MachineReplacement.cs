using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Cluster API: one Machine after another is replaced.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api, MachineDeployment with maxSurge 1 and maxUnavailable 0, the defaults, and
/// core/reconcilers/machine. After a drain whose time ran out the machine is deleted with whatever is left on it, but only when the volumes
/// of those pods are detached, or the time for that is up.</remarks>
internal sealed class MachineReplacement(SimulationRun run, MaintenancePlan plan) : NodeReplacement(run, plan)
{
    private readonly ClusterApiFilter _filter = new(run, plan.ClusterApi);
    private readonly Dictionary<int, TimeSpan> _drainedAt = [];

    protected override TimeSpan LookEvery => Seconds.Of(Plan.ClusterApi.ReconcileSeconds);

    protected override double DeletionSeconds => Plan.ClusterApi.MachineDeletionSeconds;

    public override void OnDrainFinished(DrainClient drain)
    {
        _drainedAt[drain.Node] = Run.Now;
        base.OnDrainFinished(drain);
    }

    protected override DrainClient DrainOf(int node) => new ClusterApiDrain(Run, Run.Drains.Count, node, Plan.Drain, Plan.ClusterApi, _filter);

    // Volumes of pods that the drain leaves are not waited for, nor any on a node of which nothing is heard (shouldWaitForNodeVolumes).
    protected override TimeSpan? VolumesLeft(int node)
    {
        if (ClusterApiDrain.HasNoContact(Run, node))
        {
            return Run.Now;
        }

        var left = Run.Volumes.LeftAt(node, Run.Pods.On(node).Where(IsLost));
        return Plan.ClusterApi.NodeVolumeDetachTimeoutSeconds is > 0 and var limit ? AtMost(left, _drainedAt[node] + Seconds.Of(limit)) : left;
    }

    protected override bool IsLost(SimulatedPod pod) => _filter.IsWaitedFor(pod);
}
