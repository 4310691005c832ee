using RiskAnalyzer.Hosting.Documents;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Reads the sections of a plan that one orchestrator alone has.</summary>
internal static class OrchestratorSectionReader
{
    public static KuredDocument? Kured(DocumentReader spec) => Read(spec.Group("kured"), kured => new KuredDocument
    {
        PeriodSeconds = kured.Number("periodSeconds"),
        LockReleaseDelaySeconds = kured.Number("lockReleaseDelaySeconds"),
        DrainDelaySeconds = kured.Number("drainDelaySeconds"),
        RebootDelaySeconds = kured.Number("rebootDelaySeconds"),
        ForceReboot = kured.Flag("forceReboot"),
    });

    public static KubesprayDocument? Kubespray(DocumentReader spec) => Read(spec.Group("kubespray"), kubespray => new KubesprayDocument
    {
        DrainRetries = kubespray.Number("drainRetries"),
        DrainRetryDelaySeconds = kubespray.Number("drainRetryDelaySeconds"),
        DrainFallback = DrainFallback(kubespray),
        UpgradeNodePauseSeconds = kubespray.Number("upgradeNodePauseSeconds"),
        UpgradeNodePostUpgradePauseSeconds = kubespray.Number("upgradeNodePostUpgradePauseSeconds"),
    });

    public static ClusterApiDocument? ClusterApi(DocumentReader spec) => Read(spec.Group("clusterApi"), clusterApi => new ClusterApiDocument
    {
        MachineDeletionSeconds = clusterApi.Number("machineDeletionSeconds"),
        NodeVolumeDetachTimeoutSeconds = clusterApi.Number("nodeVolumeDetachTimeoutSeconds"),
        DrainRules = clusterApi.Has("drainRules") ? [.. clusterApi.Groups("drainRules").Select(DrainRule)] : null,
    });

    public static SystemUpgradeControllerDocument? SystemUpgradeController(DocumentReader spec) =>
        Read(spec.Group("systemUpgradeController"), controller => new SystemUpgradeControllerDocument
        {
            JobActiveDeadlineSeconds = controller.Number("jobActiveDeadlineSeconds"),
            JobBackoffLimit = controller.Number("jobBackoffLimit"),
            PostCompleteDelaySeconds = controller.Number("postCompleteDelaySeconds"),
        });

    public static KarpenterDocument? Karpenter(DocumentReader spec) => Read(spec.Group("karpenter"), karpenter => new KarpenterDocument
    {
        TerminationGracePeriodSeconds = karpenter.Number("terminationGracePeriodSeconds"),
        InstanceTerminationSeconds = karpenter.Number("instanceTerminationSeconds"),
    });

    public static ClusterAutoscalerDocument? ClusterAutoscaler(DocumentReader spec) => Read(spec.Group("clusterAutoscaler"), autoscaler => new ClusterAutoscalerDocument
    {
        MaxPodEvictionSeconds = autoscaler.Number("maxPodEvictionSeconds"),
        MaxGracefulTerminationSeconds = autoscaler.Number("maxGracefulTerminationSeconds"),
        SkipNodesWithSystemPods = autoscaler.Flag("skipNodesWithSystemPods"),
    });

    private static DrainFallbackDocument? DrainFallback(DocumentReader kubespray) => Read(kubespray.Group("drainFallback"), fallback => new DrainFallbackDocument
    {
        Enabled = fallback.Flag("enabled"),
        GracePeriodSeconds = fallback.Number("gracePeriodSeconds"),
        TimeoutSeconds = fallback.Number("timeoutSeconds"),
        Retries = fallback.Number("retries"),
        RetryDelaySeconds = fallback.Number("retryDelaySeconds"),
    });

    private static DrainRuleDocument DrainRule(DocumentReader rule) => Read(rule, fields => new DrainRuleDocument
    {
        Name = fields.Text("name"),
        Pods = fields.Text("pods"),
        Namespaces = fields.Text("namespaces"),
        Behavior = fields.Text("behavior"),
        Order = fields.Number("order"),
    })!;

    private static T? Read<T>(DocumentReader? group, Func<DocumentReader, T> read)
        where T : class
    {
        if (group is null)
        {
            return null;
        }

        var result = read(group);
        group.Finish();
        return result;
    }
}
