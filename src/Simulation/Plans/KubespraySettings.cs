namespace RiskAnalyzer.Simulation.Plans;

/// <summary>Kubespray's numbers.</summary>
/// <remarks>Source: kubernetes-sigs/kubespray:roles/upgrade/pre-upgrade/{defaults,tasks}/main.yml.</remarks>
public sealed record KubespraySettings
{
    /// <summary>How often a node's drain is tried.</summary>
    /// <value>1 or more. <c>drain_retries: 3</c> makes four attempts, see ansible/ansible:lib/ansible/executor/task_executor.py.</value>
    public int Attempts { get; init; } = 4;

    /// <summary>Between two attempts (<c>drain_retry_delay_seconds</c>).</summary>
    /// <value>Seconds, 0 or more.</value>
    public double RetryDelaySeconds { get; init; } = 10;

    /// <summary>How often Ansible looks whether a drain has ended.</summary>
    /// <value>Seconds; 0 for at once.</value>
    public double LookEverySeconds { get; init; } = 15;
}
