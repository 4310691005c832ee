namespace RiskAnalyzer.Simulation.Plans;

/// <summary>What a plan gives a pod to end in, and a node to be drained in.</summary>
public static class DrainLimits
{
    /// <summary>The grace that a pod gets.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="ownSeconds">The grace that the pod asks for.</param>
    /// <returns>Seconds.</returns>
    public static double GraceOf(MaintenancePlan plan, double ownSeconds)
    {
        var sent = plan.Drain.GracePeriodSeconds < 0 ? ownSeconds : plan.Drain.GracePeriodSeconds;
        return plan.Profile switch
        {
            OrchestratorProfile.Karpenter when plan.Karpenter.TerminationGracePeriodSeconds is { } limit => Math.Min(sent, limit),
            OrchestratorProfile.ClusterAutoscaler when plan.ClusterAutoscaler.MaxGracefulTerminationSeconds is > 0 and var limit => Math.Min(sent, limit),
            _ => sent,
        };
    }

    /// <summary>When the drain of a node is given up, or goes on without what is left.</summary>
    /// <returns>Seconds; null when it never is.</returns>
    public static double? GivesUpAfter(MaintenancePlan plan)
    {
        double? timeout = plan.Drain.TimeoutSeconds > 0 ? plan.Drain.TimeoutSeconds : null;
        return plan.Profile switch
        {
            OrchestratorProfile.MachineConfigOperator or OrchestratorProfile.Karpenter or OrchestratorProfile.ClusterAutoscaler => null,
            OrchestratorProfile.SystemUpgradeController when plan.SystemUpgradeController.JobActiveDeadlineSeconds is > 0 and var limit => Math.Min(timeout ?? limit, limit),
            _ => timeout,
        };
    }
}
