using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Karpenter: NodeClaims that have drifted are replaced, so many at a time as the disruption budget of their pool allows.</summary>
/// <remarks>Source: kubernetes-sigs/karpenter:pkg/controllers/disruption (drift) and pkg/controllers/node/termination/controller.go. Volumes are
/// waited for until the node's time is over.</remarks>
internal sealed class NodeClaimReplacement(SimulationRun run, MaintenancePlan plan) : NodeReplacement(run, plan)
{
    private readonly Dictionary<int, TimeSpan> _startedAt = [];

    protected override TimeSpan LookEvery { get; } = TimeSpan.FromSeconds(1);

    protected override double DeletionSeconds => Plan.Karpenter.InstanceTerminationSeconds;

    public override void Cordon(int node) => Run.Scheduler.State.AddTaint(node, KarpenterFilter.Disrupted);

    protected override DrainClient DrainOf(int node)
    {
        _startedAt[node] = Run.Now;
        return new KarpenterDrain(Run, Run.Drains.Count, node, Plan.Drain, Plan.Karpenter);
    }

    protected override TimeSpan? VolumesLeft(int node)
    {
        var left = Run.Volumes.LeftAt(node, Run.Pods.On(node).Where(pod => KarpenterFilter.IsWaitedFor(Run, pod)));
        return Plan.Karpenter.TerminationGracePeriodSeconds is { } limit ? AtMost(left, _startedAt[node] + Seconds.Of(limit)) : left;
    }

    // One that should have been gone for a minute.
    protected override bool IsLost(SimulatedPod pod) => pod is { Stage: PodStage.Terminating, HasEnded: false };
}
