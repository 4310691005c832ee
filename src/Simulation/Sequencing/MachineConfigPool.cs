using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>OpenShift's machine-config-operator: so many nodes at a time as may be unavailable, those included that are so for other reasons.</summary>
/// <remarks>Source: openshift/machine-config-operator:pkg/controller/node/node_controller.go (getAllCandidateMachines) and
/// pkg/controller/common/layered_node_state.go (CheckNodeReady). A node that is cordoned or not Ready is never taken, and counts.</remarks>
internal sealed class MachineConfigPool(SimulationRun run, MaintenancePlan plan) : NodePool(run, plan)
{
    // Between two attempts nothing is tried, so that a change is noticed late.
    public override TimeSpan Patience => base.Patience + MachineConfigDrain.LongPause + Seconds.Of(Plan.Drain.TimeoutSeconds);

    protected override IReadOnlyList<int> Queue => field ??= [.. PlannedNodes.Where(node => !IsUnavailable(Run.Input.Placement.Nodes[node]))];

    /// <summary>Whether a node is left aside, and takes the place of one that could be worked on.</summary>
    public static bool IsUnavailable(Node node) => node.Unschedulable || !node.IsReady;

    public override void Start() => Start(Plan.Concurrency - (PlannedNodes.Count - Queue.Count));

    protected override DrainClient DrainOf(int node) => new MachineConfigDrain(Run, Run.Drains.Count, node, Plan.Drain);
}
