using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Plans;

/// <summary>The plan that is forecast when nobody gives one.</summary>
public static class DefaultPlan
{
    /// <summary>Every schedulable worker in the order of the names, one at a time, as kubectl does it. Nodes of the control plane are not in it.</summary>
    public static MaintenancePlan For(ClusterSnapshot snapshot)
    {
        var defaults = ProfileDefaults.For(OrchestratorProfile.Kubectl);
        return new()
        {
            Name = "default",
            Profile = OrchestratorProfile.Kubectl,
            Nodes = [.. snapshot.Nodes.Where(IsWorker).Select(node => node.Metadata.Name)],
            Drain = defaults.Drain,
            NodeWorkSeconds = defaults.NodeWorkSeconds,
        };
    }

    private static bool IsWorker(Node node) => node is { Unschedulable: false, IsControlPlane: false };
}
