using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.TestKit;

/// <summary>Plans for tests.</summary>
public static class TestPlans
{
    /// <summary>The plan that is forecast when nobody gives one.</summary>
    public static MaintenancePlan Default(ClusterSnapshot snapshot)
    {
        var (plan, mistakes) = PlanLoader.Default.Resolve(snapshot);
        return plan ?? throw new ArgumentException(string.Join('\n', mistakes), nameof(snapshot));
    }
}
