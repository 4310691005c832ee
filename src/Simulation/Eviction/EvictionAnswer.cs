namespace RiskAnalyzer.Simulation.Eviction;

/// <summary>How the API server answers an eviction.</summary>
internal enum EvictionAnswer
{
    /// <summary>The pod is being deleted (201), or was already.</summary>
    Accepted,

    /// <summary>The budget allows nothing now (429).</summary>
    TooManyRequests,

    /// <summary>Several budgets select the pod (500).</summary>
    SeveralBudgets,

    /// <summary>The pod's namespace is being deleted (403).</summary>
    NamespaceTerminating,

    /// <summary>The pod does not exist (404).</summary>
    NotFound,
}
