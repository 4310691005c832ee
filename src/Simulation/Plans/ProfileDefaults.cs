namespace RiskAnalyzer.Simulation.Plans;

/// <summary>What a plan means where it says nothing, for each orchestrator.</summary>
/// <remarks>Sources: kubernetes/kubectl:pkg/cmd/drain/drain.go; kubereboot/kured:cmd/kured/main.go;
/// kubernetes-sigs/kubespray:roles/upgrade/pre-upgrade/defaults/main.yml and playbooks/upgrade_cluster.yml;
/// elastisys/compliantkubernetes-kubespray:playbooks/reboot_nodes.yml;
/// kubernetes-sigs/cluster-api:internal/controllers/machine/drain and api/core/v1beta2;
/// rancher/system-upgrade-controller:pkg/upgrade/job/job.go;
/// openshift/machine-config-operator:pkg/controller/drain/drain_controller.go and pkg/controller/node/node_controller.go;
/// kubernetes-sigs/karpenter:pkg/apis/v1/nodepool.go (budgets);
/// kubernetes/autoscaler:cluster-autoscaler/config/flags/flags.go.</remarks>
public sealed record ProfileDefaults
{
    /// <summary>The time that a reboot or upgrade is taken to need when the plan does not say; our own choice.</summary>
    private const double AssumedNodeWorkSeconds = 180;

    /// <summary>How a node is drained.</summary>
    public required DrainSettings Drain { get; init; }

    /// <summary>Nodes at a time; null when <see cref="ConcurrencyPercent"/> says it.</summary>
    public int? Concurrency { get; init; } = 1;

    /// <summary>Nodes at a time as a percentage of the plan's nodes, at least one.</summary>
    public int? ConcurrencyPercent { get; init; }

    /// <summary>Whether a percentage is rounded up; otherwise it is truncated.</summary>
    public bool RoundsUp { get; init; }

    /// <summary>Between a drain's end and the uncordon; for a profile that replaces nodes, until the new node is ready.</summary>
    /// <value>Seconds.</value>
    public double NodeWorkSeconds { get; init; } = AssumedNodeWorkSeconds;

    /// <summary>The order of nodes that the plan does not name.</summary>
    public NodeSequence Sequence { get; init; }

    /// <summary>The defaults of a profile.</summary>
    public static ProfileDefaults For(OrchestratorProfile profile) => profile switch
    {
        // Without its two flags kubectl refuses nearly every node, so nobody runs it that way.
        OrchestratorProfile.Kubectl => new() { Drain = new() { IgnoreDaemonSets = true, DeleteEmptyDirData = true } },
        OrchestratorProfile.RebootPlaybook => new() { Drain = Everything, Sequence = NodeSequence.ReverseName },
        OrchestratorProfile.Kured => new() { Drain = Everything with { StopOnFailure = false } },
        OrchestratorProfile.Kubespray => new() { Drain = Kubespray, Concurrency = null, ConcurrencyPercent = 20 },
        OrchestratorProfile.KubesprayGroups => new() { Drain = Kubespray },
        OrchestratorProfile.ClusterApi => new() { Drain = Everything with { StopOnFailure = false }, NodeWorkSeconds = 300 },
        OrchestratorProfile.SystemUpgradeController => new() { Drain = Everything with { Force = false } },
        OrchestratorProfile.MachineConfigOperator => new() { Drain = Everything with { TimeoutSeconds = 90 }, Sequence = NodeSequence.ZoneThenAge },
        OrchestratorProfile.Karpenter => new() { Drain = Everything with { IgnoreDaemonSets = false }, Concurrency = null, ConcurrencyPercent = 10, RoundsUp = true },
        OrchestratorProfile.ClusterAutoscaler => new() { Drain = new() { StopOnFailure = false }, NodeWorkSeconds = 0 },
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, null),
    };

    private static DrainSettings Everything { get; } = new() { IgnoreDaemonSets = true, DeleteEmptyDirData = true, Force = true };

    private static DrainSettings Kubespray { get; } = Everything with { GracePeriodSeconds = 300, TimeoutSeconds = 360 };
}
