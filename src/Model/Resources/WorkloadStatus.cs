namespace RiskAnalyzer.Model.Resources;

/// <summary>What a controller last said of its pods.</summary>
public sealed record WorkloadStatus
{
    /// <value>The generation that the controller has seen.</value>
    public long ObservedGeneration { get; init; }

    /// <value>Pods that exist; for a DaemonSet the desired number.</value>
    public int Replicas { get; init; }

    /// <value>Pods that are Ready.</value>
    public int ReadyReplicas { get; init; }

    /// <value>Pods of a Job that have failed.</value>
    public int Failed { get; init; }

    /// <value>Pods of the newest template.</value>
    public int UpdatedReplicas { get; init; }

    /// <summary>The revision that a StatefulSet runs; null for others.</summary>
    public string? CurrentRevision { get; init; }

    /// <summary>The revision that a StatefulSet goes to; null for others.</summary>
    public string? UpdateRevision { get; init; }

    /// <summary>Since when a Deployment is not available (condition Available False); null when it is, or for others.</summary>
    public DateTimeOffset? UnavailableSince { get; init; }

    /// <summary>Whether a Deployment's rollout is still going on, or a Job has not finished.</summary>
    public bool IsProgressing { get; init; }
}
