namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>How the drain of one node ends.</summary>
public enum NodeOutcome
{
    /// <summary>The drain command returns success.</summary>
    Drained,

    /// <summary>It runs into its timeout, or would wait for ever.</summary>
    Blocked,

    /// <summary>It does not start evicting on this node.</summary>
    Refused,

    /// <summary>It returns an error, such as two budgets on one pod.</summary>
    Failed,

    /// <summary>The run ends before this node.</summary>
    NotReached,
}
