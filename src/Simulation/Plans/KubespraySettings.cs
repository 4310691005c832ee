namespace RiskAnalyzer.Simulation.Plans;

/// <summary>Kubespray's numbers.</summary>
/// <remarks>Source: kubernetes-sigs/kubespray:roles/upgrade/{pre-upgrade,post-upgrade}/{defaults,tasks}/main.yml.</remarks>
public sealed record KubespraySettings
{
    /// <summary>How often a node's drain is tried again (<c>drain_retries</c>).</summary>
    /// <value>0 or more; default 3, which makes four attempts, see ansible/ansible:lib/ansible/executor/task_executor.py.</value>
    public int DrainRetries { get; init; } = 3;

    /// <summary>Between two attempts (<c>drain_retry_delay_seconds</c>).</summary>
    /// <value>Seconds, 0 or more; default 10.</value>
    public double DrainRetryDelaySeconds { get; init; } = 10;

    /// <summary>What follows when no attempt succeeded.</summary>
    public DrainFallbackSettings DrainFallback { get; init; } = new();

    /// <summary>Before each batch of nodes is drained (<c>upgrade_node_pause_seconds</c>).</summary>
    /// <value>Seconds, 0 or more; default 0.</value>
    public double UpgradeNodePauseSeconds { get; init; }

    /// <summary>Between a batch's work and its uncordon (<c>upgrade_node_post_upgrade_pause_seconds</c>).</summary>
    /// <value>Seconds, 0 or more; default 0.</value>
    public double UpgradeNodePostUpgradePauseSeconds { get; init; }

    /// <summary>How often Ansible looks whether a drain has ended.</summary>
    /// <value>Seconds; 0 for at once.</value>
    public double LookEverySeconds { get; init; } = 15;
}
