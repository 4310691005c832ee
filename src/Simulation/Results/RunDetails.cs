namespace RiskAnalyzer.Simulation.Results;

/// <summary>What is asked of few runs: why each node took as long as it did.</summary>
internal sealed class RunDetails
{
    /// <summary>By the node's number; a node that was not reached has none.</summary>
    public required IReadOnlyDictionary<int, NodeDetails> Nodes { get; init; }

    /// <summary>The time of all drains whose last pod was one of a workload's, by its number.</summary>
    public required IReadOnlyDictionary<int, double> CriticalSeconds { get; init; }

    /// <summary>The budgets that made evictions wait, by number.</summary>
    public required IReadOnlyDictionary<int, BudgetWait> Budgets { get; init; }

    /// <summary>The details of a node.</summary>
    public NodeDetails Of(int node) => Nodes.GetValueOrDefault(node) ?? NodeDetails.None;
}
