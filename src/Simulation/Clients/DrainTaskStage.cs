namespace RiskAnalyzer.Simulation.Clients;

/// <summary>Where a drain is with one pod.</summary>
internal enum DrainTaskStage : byte
{
    /// <summary>About to send an eviction.</summary>
    Evicting,

    /// <summary>Waiting for the API server's answer.</summary>
    Answering,

    /// <summary>Waiting to try again after a refusal.</summary>
    Sleeping,

    /// <summary>About to look at the tick of its poll.</summary>
    Polling,

    /// <summary>Reading the answer to a poll.</summary>
    Reading,

    /// <summary>At an end.</summary>
    Done,
}
