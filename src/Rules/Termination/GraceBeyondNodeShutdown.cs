using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that a reboot without a drain would cut short.</summary>
internal sealed class GraceBeyondNodeShutdown : PodTemplateRule
{
    /// <summary>The least priority that the kubelet treats as critical at shutdown.</summary>
    /// <remarks>Source: https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/ (system classes start at 2000000000).</remarks>
    private const int CriticalPriority = 2_000_000_000;

    private const string PlatformSource = "elastisys/compliantkubernetes-kubespray:config/common/group_vars/k8s_cluster/ck8s-k8s-cluster.yaml";

    private static readonly Int32Parameter ShutdownSeconds = new(
        "shutdownSeconds", 30, 0, 86400, "seconds", "The kubelet's shutdownGracePeriod.", PlatformSource);

    private static readonly Int32Parameter CriticalSeconds = new(
        "criticalSeconds", 10, 0, 86400, "seconds", "The kubelet's shutdownGracePeriodCriticalPods.", PlatformSource);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "grace-beyond-node-shutdown",
        Category = RuleCategory.Termination,
        Severity = Severity.Low,
        IsOptIn = true,
        Summary = "A reboot without a drain cuts the grace period short",
        Why = """
            When a node shuts down without a drain, the kubelet gives its pods what is left of its own shutdown budget,
            not what they ask for. The kubelet's configuration is not readable through the API, so state it as parameters
            and enable the rule where nodes reboot without a drain.
            """,
        Fix = "Drain before the reboot, or raise the kubelet's shutdownGracePeriod above the longest grace period.",
        Sources = [new("Node shutdowns", "https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [ShutdownSeconds, CriticalSeconds];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        var critical = context.Value(CriticalSeconds);
        var isCritical = pods.Spec.Priority >= CriticalPriority
            || pods.Spec.PriorityClassName is "system-node-critical" or "system-cluster-critical";
        var budget = isCritical ? critical : Math.Max(0, context.Value(ShutdownSeconds) - critical);
        var grace = pods.Spec.GraceSeconds;
        return grace <= budget ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = pods.SpecField("terminationGracePeriodSeconds"),
            Message = $"has a grace period of {grace} s, but a node that shuts down gives {(isCritical ? "critical" : "ordinary")} pods {budget} s",
            Evidence = [new("graceSeconds", $"{grace}"), new("budgetSeconds", $"{budget}"), new("critical", isCritical ? "true" : "false")],
        });
    }
}
