namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>How far a resource is known.</summary>
public enum ResourceState
{
    /// <summary>It has not been read to its end yet.</summary>
    Pending,

    /// <summary>It has been read.</summary>
    Listed,

    /// <summary>The server does not serve it.</summary>
    Absent,

    /// <summary>The user may not read it.</summary>
    Forbidden,
}
