namespace RiskAnalyzer.Simulation.Results;

/// <summary>What happened in one run.</summary>
internal sealed class RunResult
{
    /// <summary>Until the last node's work ended, or the run stopped; infinite when it never ends.</summary>
    public required double TotalSeconds { get; init; }

    /// <summary>The nodes of the plan in its order; null for those that were not reached.</summary>
    public required NodeResult?[] Nodes { get; init; }

    /// <summary>By the number of the topmost workload.</summary>
    public required WorkloadTally[] Workloads { get; init; }

    /// <summary>What few workloads went through, by number.</summary>
    public required IReadOnlyDictionary<int, WorkloadNotes> Notes { get; init; }

    /// <summary>The budgets that made evictions wait, by number.</summary>
    public required IReadOnlyDictionary<int, BudgetWait> Budgets { get; init; }
}
