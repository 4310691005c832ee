using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Makes the orchestrator of a plan.</summary>
internal static class Orchestrators
{
    public static Orchestrator For(SimulationRun run, MaintenancePlan plan) => plan.Profile switch
    {
        OrchestratorProfile.Kubectl or OrchestratorProfile.RebootPlaybook => new NodePool(run, plan),
        OrchestratorProfile.Kured => new RebootLock(run, plan),
        OrchestratorProfile.Kubespray => new NodeBatches(run, plan, BySize(run, plan)),
        OrchestratorProfile.KubesprayGroups => new NodeBatches(run, plan, ByGroup(run, plan)),
        OrchestratorProfile.ClusterApi => new MachineReplacement(run, plan),
        OrchestratorProfile.SystemUpgradeController => new UpgradeJobs(run, plan),
        OrchestratorProfile.MachineConfigOperator => new MachineConfigPool(run, plan),
        OrchestratorProfile.Karpenter => new NodeClaimReplacement(run, plan),
        OrchestratorProfile.ClusterAutoscaler => new ScaleDown(run, plan),
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan.Profile, null),
    };

    private static int[][] BySize(SimulationRun run, MaintenancePlan plan)
    {
        var (control, workers) = Split(run, plan);
        return [.. control.Select(node => new[] { node }), .. workers.Chunk(plan.Concurrency)];
    }

    // The control plane one node at a time, then one node of every group together.
    private static int[][] ByGroup(SimulationRun run, MaintenancePlan plan)
    {
        var (control, workers) = Split(run, plan);
        var groups = workers.GroupBy(node => run.Input.Placement.Nodes[node].Metadata.Labels.Find(NodeLabels.Group) ?? "", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        var rounds = Enumerable.Range(0, groups.Select(group => group.Length).DefaultIfEmpty().Max())
            .Select(round => groups.Where(group => round < group.Length).Select(group => group[round]).ToArray());
        return [.. control.Select(node => new[] { node }), .. rounds];
    }

    private static (int[] Control, int[] Workers) Split(SimulationRun run, MaintenancePlan plan)
    {
        var nodes = plan.Nodes.Select(run.Input.Placement.IndexOf).ToLookup(node => run.Input.Placement.Nodes[node].IsControlPlane);
        return ([.. nodes[true]], [.. nodes[false]]);
    }
}
