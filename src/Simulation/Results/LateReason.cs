namespace RiskAnalyzer.Simulation.Results;

/// <summary>What took the time of a pod that left late.</summary>
internal enum LateReason : byte
{
    /// <summary>Its program ends by itself after its stop signal.</summary>
    Shutdown,

    /// <summary>It uses its whole grace.</summary>
    TerminationGrace,

    /// <summary>A budget refused its eviction at first.</summary>
    Budget,

    /// <summary>Its eviction waited in the client's rate limiter.</summary>
    RateLimit,
}
