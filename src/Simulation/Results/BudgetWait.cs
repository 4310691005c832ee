namespace RiskAnalyzer.Simulation.Results;

/// <summary>How one budget made evictions wait in one run.</summary>
internal sealed class BudgetWait
{
    /// <summary>Nodes on whose drain it refused an eviction.</summary>
    public int Nodes { get; set; }

    /// <summary>The node with the longest chain, by number.</summary>
    public int Node { get; set; } = -1;

    /// <summary>Pods that were evicted there one after another.</summary>
    public int Chain { get; set; }

    /// <summary>From the first of these evictions to the last.</summary>
    public double ChainSeconds { get; set; }

    /// <summary>What the last pods to leave waited for it.</summary>
    public double CriticalSeconds { get; set; }
}
