using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Preparation;
using RiskAnalyzer.Simulation.Sequencing;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Lists what was taken for granted of the orchestrator, and what the plan says of it.</summary>
internal static class ProfileAssumptions
{
    private const string Profile = "profile";
    private const string Plan = "plan";

    public static IEnumerable<Assumption> Of(SimulationInput input, MaintenancePlan plan) => plan.Profile switch
    {
        OrchestratorProfile.Kured => Of(input, plan, plan.Kured),
        OrchestratorProfile.Kubespray or OrchestratorProfile.KubesprayGroups => Of(input, plan, plan.Kubespray),
        OrchestratorProfile.ClusterApi => Of(plan.ClusterApi),
        OrchestratorProfile.SystemUpgradeController => Of(input, plan, plan.SystemUpgradeController),
        OrchestratorProfile.MachineConfigOperator => OfMachineConfigs(input, plan),
        OrchestratorProfile.Karpenter => Of(plan.Karpenter),
        OrchestratorProfile.ClusterAutoscaler => Of(plan.ClusterAutoscaler),
        _ when plan.Drain.StopOnFailure && plan.IsSideBySide => [SideBySide(plan)],
        _ => [],
    };

    private static Assumption SideBySide(MaintenancePlan plan) => new("failed drain", null, Profile,
        $"{plan.Concurrency} nodes at a time are drained by commands of their own, so that the failure of one does not stop the others");

    private static IEnumerable<Assumption> Of(SimulationInput input, MaintenancePlan plan, KuredSettings kured)
    {
        var defaults = new KuredSettings();
        yield return new("kured period", kured.PeriodSeconds, SourceOf(kured.PeriodSeconds, defaults.PeriodSeconds), kured.FirstLookSeconds is null
            ? $"a node looks for the lock every {kured.PeriodSeconds} s; when it looks first is drawn by seed"
            : $"a node looks for the lock every {kured.PeriodSeconds} s");
        yield return new("kured return", null, SourceOf(kured.LockReleaseDelaySeconds, defaults.LockReleaseDelaySeconds),
            $"a node gives the lock back {kured.ReturnLowSeconds} to {kured.ReturnHighSeconds} s after its boot, and {kured.LockReleaseDelaySeconds} s of release delay");
        if (kured.DrainDelaySeconds > 0 || kured.RebootDelaySeconds > 0)
        {
            yield return new("kured delays", null, Plan, $"a node that has the lock waits {kured.DrainDelaySeconds} s before its drain and {kured.RebootDelaySeconds} s before its reboot");
        }

        if (kured.ForceReboot)
        {
            yield return new("kured force reboot", null, Plan,
                $"a node reboots also when its drain failed; what is left on it dies with the reboot and starts again there, or elsewhere when the node is away for more than {NodeReboot.Tolerated.TotalSeconds} s");
        }

        foreach (var node in plan.Nodes.Where(node => input.Snapshot.FindNode(node) is { IsReady: false }))
        {
            yield return new($"Node/{node}", null, Profile, "is not Ready, so kured does not run there and never takes it");
        }
    }

    private static IEnumerable<Assumption> Of(SimulationInput input, MaintenancePlan plan, KubespraySettings kubespray)
    {
        var defaults = new KubespraySettings();
        yield return new("kubespray drain attempts", null,
            SourceOf((kubespray.DrainRetries, kubespray.DrainRetryDelaySeconds), (defaults.DrainRetries, defaults.DrainRetryDelaySeconds)),
            $"{Counted.Of(kubespray.DrainRetries + 1, "attempt")} {kubespray.DrainRetryDelaySeconds} s apart; the end of one is noticed at multiples of {kubespray.LookEverySeconds} s");
        if (kubespray.DrainFallback is { IsEnabled: true } fallback)
        {
            yield return new("kubespray drain fallback", null, Plan,
                $"when no attempt succeeds, pods are deleted against their budgets, with {fallback.GracePeriodSeconds} s of grace and a limit of {fallback.TimeoutSeconds} s; {Counted.Of(fallback.Retries + 1, "attempt")}");
        }

        if (kubespray.UpgradeNodePauseSeconds > 0 || kubespray.UpgradeNodePostUpgradePauseSeconds > 0)
        {
            yield return new("kubespray pauses", null, Plan,
                $"a batch of nodes waits {kubespray.UpgradeNodePauseSeconds} s before its drain and {kubespray.UpgradeNodePostUpgradePauseSeconds} s before its uncordon");
        }

        foreach (var name in plan.Nodes)
        {
            if (NodeBatches.Skips(input.Snapshot.FindNode(name)!))
            {
                yield return new($"Node/{name} drain", 0, Profile,
                    "is cordoned or not Ready at the start, so it is upgraded without a drain and its pods stay on it; it is not uncordoned afterwards");
            }
        }
    }

    private static IEnumerable<Assumption> Of(ClusterApiSettings settings)
    {
        yield return new("machine deletion", settings.MachineDeletionSeconds,
            SourceOf(settings.MachineDeletionSeconds, new ClusterApiSettings().MachineDeletionSeconds),
            $"a machine is gone {settings.MachineDeletionSeconds} s after its drain and the detach of its volumes");
        yield return settings.DrainRules.Count == 0
            ? new("drain rules", null, Profile, "none are known, as they are in the management cluster; the plan may tell them (clusterApi.drainRules)")
            : new("drain rules", null, Plan, $"{Counted.Of(settings.DrainRules.Count, "rule")} of the management cluster: {Counted.Names([.. settings.DrainRules.Select(rule => rule.Name)])}");
        if (settings.NodeVolumeDetachTimeoutSeconds > 0)
        {
            yield return new("volume detach", settings.NodeVolumeDetachTimeoutSeconds, Plan,
                $"after {settings.NodeVolumeDetachTimeoutSeconds} s a machine no longer waits for its volumes");
        }
    }

    private static IEnumerable<Assumption> Of(SimulationInput input, MaintenancePlan plan, SystemUpgradeControllerSettings settings)
    {
        var defaults = new SystemUpgradeControllerSettings();
        if (settings.JobActiveDeadlineSeconds > 0)
        {
            yield return new("upgrade job", settings.JobActiveDeadlineSeconds, SourceOf(settings.JobActiveDeadlineSeconds, defaults.JobActiveDeadlineSeconds),
                $"the drain of a node and the work on it have {settings.JobActiveDeadlineSeconds} s together; then their Job fails, and the node stays cordoned and keeps its place");
        }

        yield return new("upgrade job attempts", null, SourceOf(settings.JobBackoffLimit, defaults.JobBackoffLimit),
            $"a drain that fails is tried again in the same Job, {Counted.Of(settings.JobBackoffLimit + 1, "attempt")} in all; the first pause is 10 s, and each further one twice the one before");
        yield return new("upgrade order", null, Profile, "the controller takes the nodes in an order of its own, which is not known; the plan's order is taken for it");
        foreach (var node in plan.Nodes.Where(node => input.Snapshot.FindNode(node) is { IsReady: false }))
        {
            yield return new($"Node/{node}", null, Profile, "is not Ready, so the pod of its Job does not start there");
        }
    }

    private static IEnumerable<Assumption> OfMachineConfigs(SimulationInput input, MaintenancePlan plan)
    {
        var (limit, usual) = (plan.Drain.TimeoutSeconds, ProfileDefaults.For(plan.Profile).Drain.TimeoutSeconds);
        yield return new("drain attempts", limit, SourceOf(limit, usual),
            $"an attempt of a drain {(limit > 0 ? $"lasts {limit} s at most" : "has no limit")}; the next one follows after a minute, after ten minutes without success after five, for ever");
        foreach (var node in plan.Nodes.Where(node => MachineConfigPool.IsUnavailable(input.Snapshot.FindNode(node)!)))
        {
            yield return new($"Node/{node}", null, Profile, "is cordoned or not Ready at the start, so the operator does not take it and counts it as one of the nodes that may be unavailable at a time");
        }
    }

    private static IEnumerable<Assumption> Of(KarpenterSettings settings)
    {
        var defaults = new KarpenterSettings();
        yield return new("karpenter grace", settings.TerminationGracePeriodSeconds, SourceOf(settings.TerminationGracePeriodSeconds, defaults.TerminationGracePeriodSeconds), settings.TerminationGracePeriodSeconds is { } limit
            ? $"a node has {limit} s for its drain; a pod is deleted against its budgets when only its own grace is left of them"
            : "a node has no limit for its drain (terminationGracePeriod), so that nothing is taken by force");
        yield return new("instance termination", settings.InstanceTerminationSeconds, SourceOf(settings.InstanceTerminationSeconds, defaults.InstanceTerminationSeconds),
            $"an instance is gone {settings.InstanceTerminationSeconds} s after its drain and the detach of its volumes");
        yield return new("karpenter replacement", null, Profile, "every node is replaced by one like it, which is ready before the drain starts");
    }

    private static IEnumerable<Assumption> Of(ClusterAutoscalerSettings settings)
    {
        var defaults = new ClusterAutoscalerSettings();
        yield return new("scale-down eviction", settings.MaxPodEvictionSeconds, SourceOf(settings.MaxPodEvictionSeconds, defaults.MaxPodEvictionSeconds),
            $"an eviction that is refused is tried again for {settings.MaxPodEvictionSeconds} s; then the node is kept, without what was evicted from it, and the next one follows after 3 min");
        yield return new("scale-down grace", settings.MaxGracefulTerminationSeconds, SourceOf(settings.MaxGracefulTerminationSeconds, defaults.MaxGracefulTerminationSeconds),
            $"a pod gets {settings.MaxGracefulTerminationSeconds} s of grace at most, and 30 s more to be gone");
        yield return new("scale-down nodes", null, Profile, "the autoscaler is taken to want every node of the plan removed, in its order; nothing takes their place");
    }

    private static string SourceOf<T>(T value, T usual) => EqualityComparer<T>.Default.Equals(value, usual) ? Profile : Plan;
}
