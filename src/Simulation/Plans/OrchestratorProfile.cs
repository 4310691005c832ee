namespace RiskAnalyzer.Simulation.Plans;

/// <summary>The orchestrators whose behaviour is known.</summary>
public enum OrchestratorProfile
{
    /// <summary>kubectl drain, node by node.</summary>
    Kubectl,

    /// <summary>kured.</summary>
    Kured,

    /// <summary>Kubespray's upgrade playbook.</summary>
    Kubespray,

    /// <summary>Kubespray in upgrade groups: control plane one at a time, then one node of every group together.</summary>
    KubesprayGroups,

    /// <summary>Cluster API: nodes are replaced.</summary>
    ClusterApi,

    /// <summary>A playbook that drains, reboots and uncordons node by node.</summary>
    RebootPlaybook,

    /// <summary>The system-upgrade-controller of k3s and RKE2: a Job for each node.</summary>
    SystemUpgradeController,

    /// <summary>OpenShift's machine-config-operator.</summary>
    MachineConfigOperator,

    /// <summary>Karpenter: nodes are replaced.</summary>
    Karpenter,

    /// <summary>The cluster-autoscaler's scale-down: nodes are removed.</summary>
    ClusterAutoscaler,
}
