using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Fills what a plan leaves out of its orchestrator's section with the orchestrator's own defaults.</summary>
internal static class OrchestratorSettings
{
    public static KuredSettings Of(KuredDocument? written, KuredSettings defaults) => written is null ? defaults : defaults with
    {
        PeriodSeconds = written.PeriodSeconds ?? defaults.PeriodSeconds,
        LockReleaseDelaySeconds = written.LockReleaseDelaySeconds ?? defaults.LockReleaseDelaySeconds,
        DrainDelaySeconds = written.DrainDelaySeconds ?? defaults.DrainDelaySeconds,
        RebootDelaySeconds = written.RebootDelaySeconds ?? defaults.RebootDelaySeconds,
        ForceReboot = written.ForceReboot ?? defaults.ForceReboot,
    };

    public static KubespraySettings Of(KubesprayDocument? written, KubespraySettings defaults) => written is null ? defaults : defaults with
    {
        DrainRetries = written.DrainRetries ?? defaults.DrainRetries,
        DrainRetryDelaySeconds = written.DrainRetryDelaySeconds ?? defaults.DrainRetryDelaySeconds,
        DrainFallback = Of(written.DrainFallback, defaults.DrainFallback),
        UpgradeNodePauseSeconds = written.UpgradeNodePauseSeconds ?? defaults.UpgradeNodePauseSeconds,
        UpgradeNodePostUpgradePauseSeconds = written.UpgradeNodePostUpgradePauseSeconds ?? defaults.UpgradeNodePostUpgradePauseSeconds,
    };

    public static ClusterApiSettings Of(ClusterApiDocument? written, ClusterApiSettings defaults) => written is null ? defaults : defaults with
    {
        MachineDeletionSeconds = written.MachineDeletionSeconds ?? defaults.MachineDeletionSeconds,
        NodeVolumeDetachTimeoutSeconds = written.NodeVolumeDetachTimeoutSeconds ?? defaults.NodeVolumeDetachTimeoutSeconds,
        DrainRules = written.DrainRules is { Count: > 0 } rules ? [.. rules.Select(Of)] : defaults.DrainRules,
    };

    public static SystemUpgradeControllerSettings Of(SystemUpgradeControllerDocument? written, SystemUpgradeControllerSettings defaults) => written is null ? defaults : defaults with
    {
        JobActiveDeadlineSeconds = written.JobActiveDeadlineSeconds ?? defaults.JobActiveDeadlineSeconds,
        JobBackoffLimit = written.JobBackoffLimit ?? defaults.JobBackoffLimit,
        PostCompleteDelaySeconds = written.PostCompleteDelaySeconds ?? defaults.PostCompleteDelaySeconds,
    };

    public static KarpenterSettings Of(KarpenterDocument? written, KarpenterSettings defaults) => written is null ? defaults : defaults with
    {
        TerminationGracePeriodSeconds = written.TerminationGracePeriodSeconds ?? defaults.TerminationGracePeriodSeconds,
        InstanceTerminationSeconds = written.InstanceTerminationSeconds ?? defaults.InstanceTerminationSeconds,
    };

    public static ClusterAutoscalerSettings Of(ClusterAutoscalerDocument? written, ClusterAutoscalerSettings defaults) => written is null ? defaults : defaults with
    {
        MaxPodEvictionSeconds = written.MaxPodEvictionSeconds ?? defaults.MaxPodEvictionSeconds,
        MaxGracefulTerminationSeconds = written.MaxGracefulTerminationSeconds ?? defaults.MaxGracefulTerminationSeconds,
        SkipNodesWithSystemPods = written.SkipNodesWithSystemPods ?? defaults.SkipNodesWithSystemPods,
    };

    private static DrainFallbackSettings Of(DrainFallbackDocument? written, DrainFallbackSettings defaults) => written is null ? defaults : new()
    {
        IsEnabled = written.Enabled ?? defaults.IsEnabled,
        GracePeriodSeconds = written.GracePeriodSeconds ?? defaults.GracePeriodSeconds,
        TimeoutSeconds = written.TimeoutSeconds ?? defaults.TimeoutSeconds,
        Retries = written.Retries ?? defaults.Retries,
        RetryDelaySeconds = written.RetryDelaySeconds ?? defaults.RetryDelaySeconds,
    };

    private static DrainRule Of(DrainRuleDocument written) => new()
    {
        Name = written.Name!,
        Pods = Selector(written.Pods),
        Namespaces = Selector(written.Namespaces),
        Behavior = Enum.Parse<DrainBehavior>(written.Behavior!),
        Order = written.Order ?? 0,
    };

    private static LabelSelector Selector(string? text) => text is null ? LabelSelector.Everything : SelectorText.Parse(text, out _)!;
}
