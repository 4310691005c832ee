namespace RiskAnalyzer.Simulation.Plans;

/// <summary>In which order an orchestrator takes nodes that nobody names.</summary>
public enum NodeSequence
{
    /// <summary>As the API lists them.</summary>
    AsListed,

    /// <summary>In the reverse order of their names.</summary>
    ReverseName,

    /// <summary>Zone by zone, those without a zone last; within a zone the oldest first.</summary>
    ZoneThenAge,
}
