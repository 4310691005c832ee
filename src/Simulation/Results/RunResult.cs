namespace RiskAnalyzer.Simulation.Results;

/// <summary>What happened in one run.</summary>
/// <param name="again">Makes the run again for its details.</param>
internal sealed class RunResult(Func<RunDetails> again)
{
    /// <summary>Until the last node's work ended, or the run stopped; infinite when it never ends.</summary>
    public required double TotalSeconds { get; init; }

    /// <summary>The nodes of the plan in its order.</summary>
    public required NodeResult[] Nodes { get; init; }

    /// <summary>By the number of the topmost workload.</summary>
    public required WorkloadTally[] Workloads { get; init; }

    /// <summary>What few workloads went through, by number.</summary>
    public required IReadOnlyDictionary<int, WorkloadNotes> Notes { get; init; }

    /// <summary>Why it went as it did. Of most runs nobody asks, and to keep it for all of them would take more room than the cluster; a run that
    /// is made again goes the same way.</summary>
    public RunDetails Details => field ??= again();
}
