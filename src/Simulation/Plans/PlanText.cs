namespace RiskAnalyzer.Simulation.Plans;

/// <summary>Profiles by the names that plans and reports use.</summary>
public static class PlanText
{
    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> ProfileNames { get; } = [.. Enum.GetValues<OrchestratorProfile>().Select(NameOf)];

    /// <summary>The name of a profile.</summary>
    public static string NameOf(OrchestratorProfile profile) => profile switch
    {
        OrchestratorProfile.Kubectl => "kubectl",
        OrchestratorProfile.Kured => "kured",
        OrchestratorProfile.Kubespray => "kubespray",
        OrchestratorProfile.KubesprayGroups => "kubespray-groups",
        OrchestratorProfile.ClusterApi => "cluster-api",
        OrchestratorProfile.RebootPlaybook => "reboot-playbook",
        OrchestratorProfile.SystemUpgradeController => "system-upgrade-controller",
        OrchestratorProfile.MachineConfigOperator => "machine-config-operator",
        OrchestratorProfile.Karpenter => "karpenter",
        OrchestratorProfile.ClusterAutoscaler => "cluster-autoscaler",
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, null),
    };

    /// <summary>The profile of a name; null when there is none.</summary>
    public static OrchestratorProfile? Find(string name) =>
        Enum.GetValues<OrchestratorProfile>().Where(profile => NameOf(profile) == name).Select(profile => (OrchestratorProfile?)profile).FirstOrDefault();
}
