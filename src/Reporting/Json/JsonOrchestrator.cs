using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Reporting.Json;

/// <summary>The orchestrator's own part of a plan, for programs, with the names of the plan file.</summary>
internal static class JsonOrchestrator
{
    /// <summary>Writes the section of the plan's profile, if it has one.</summary>
    public static void Write(JsonOutput document, MaintenancePlan plan)
    {
        switch (plan.Profile)
        {
            case OrchestratorProfile.Kured:
                Section(document, "kured", () => Kured(document, plan.Kured));
                break;
            case OrchestratorProfile.Kubespray or OrchestratorProfile.KubesprayGroups:
                Section(document, "kubespray", () => Kubespray(document, plan.Kubespray));
                break;
            case OrchestratorProfile.ClusterApi:
                Section(document, "clusterApi", () => ClusterApi(document, plan.ClusterApi));
                break;
            case OrchestratorProfile.SystemUpgradeController:
                Section(document, "systemUpgradeController", () => SystemUpgradeController(document, plan.SystemUpgradeController));
                break;
            case OrchestratorProfile.Karpenter:
                Section(document, "karpenter", () => Karpenter(document, plan.Karpenter));
                break;
            case OrchestratorProfile.ClusterAutoscaler:
                Section(document, "clusterAutoscaler", () => ClusterAutoscaler(document, plan.ClusterAutoscaler));
                break;
            case OrchestratorProfile.Kubectl or OrchestratorProfile.RebootPlaybook or OrchestratorProfile.MachineConfigOperator:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(plan), plan.Profile, null);
        }
    }

    private static void Section(JsonOutput document, string name, Action write)
    {
        document.Json.WriteStartObject(name);
        write();
        document.Json.WriteEndObject();
    }

    private static void Kured(JsonOutput document, KuredSettings kured)
    {
        document.Seconds("periodSeconds", kured.PeriodSeconds);
        document.Seconds("lockReleaseDelaySeconds", kured.LockReleaseDelaySeconds);
        document.Seconds("drainDelaySeconds", kured.DrainDelaySeconds);
        document.Seconds("rebootDelaySeconds", kured.RebootDelaySeconds);
        document.Json.WriteBoolean("forceReboot", kured.ForceReboot);
    }

    private static void Kubespray(JsonOutput document, KubespraySettings kubespray)
    {
        document.Json.WriteNumber("drainRetries", kubespray.DrainRetries);
        document.Seconds("drainRetryDelaySeconds", kubespray.DrainRetryDelaySeconds);
        var fallback = kubespray.DrainFallback;
        document.Json.WriteStartObject("drainFallback");
        document.Json.WriteBoolean("enabled", fallback.IsEnabled);
        document.Json.WriteNumber("gracePeriodSeconds", fallback.GracePeriodSeconds);
        document.Seconds("timeoutSeconds", fallback.TimeoutSeconds);
        document.Json.WriteNumber("retries", fallback.Retries);
        document.Seconds("retryDelaySeconds", fallback.RetryDelaySeconds);
        document.Json.WriteEndObject();
        document.Seconds("upgradeNodePauseSeconds", kubespray.UpgradeNodePauseSeconds);
        document.Seconds("upgradeNodePostUpgradePauseSeconds", kubespray.UpgradeNodePostUpgradePauseSeconds);
    }

    private static void ClusterApi(JsonOutput document, ClusterApiSettings clusterApi)
    {
        document.Seconds("machineDeletionSeconds", clusterApi.MachineDeletionSeconds);
        document.Seconds("nodeVolumeDetachTimeoutSeconds", clusterApi.NodeVolumeDetachTimeoutSeconds);
        document.Objects("drainRules", clusterApi.DrainRules, rule =>
        {
            document.Json.WriteString("name", rule.Name);
            document.TextOrNull("pods", rule.Pods.IsEmpty ? null : rule.Pods.ToString());
            document.TextOrNull("namespaces", rule.Namespaces.IsEmpty ? null : rule.Namespaces.ToString());
            document.Json.WriteString("behavior", rule.Behavior.ToString());
            document.Json.WriteNumber("order", rule.Order);
        });
    }

    private static void SystemUpgradeController(JsonOutput document, SystemUpgradeControllerSettings settings)
    {
        document.Seconds("jobActiveDeadlineSeconds", settings.JobActiveDeadlineSeconds);
        document.Json.WriteNumber("jobBackoffLimit", settings.JobBackoffLimit);
        document.Seconds("postCompleteDelaySeconds", settings.PostCompleteDelaySeconds);
    }

    private static void Karpenter(JsonOutput document, KarpenterSettings karpenter)
    {
        if (karpenter.TerminationGracePeriodSeconds is { } seconds)
        {
            document.Seconds("terminationGracePeriodSeconds", seconds);
        }

        document.Seconds("instanceTerminationSeconds", karpenter.InstanceTerminationSeconds);
    }

    private static void ClusterAutoscaler(JsonOutput document, ClusterAutoscalerSettings autoscaler)
    {
        document.Seconds("maxPodEvictionSeconds", autoscaler.MaxPodEvictionSeconds);
        document.Seconds("maxGracefulTerminationSeconds", autoscaler.MaxGracefulTerminationSeconds);
        document.Json.WriteBoolean("skipNodesWithSystemPods", autoscaler.SkipNodesWithSystemPods);
    }
}
