namespace RiskAnalyzer.Simulation.Results;

/// <summary>What few workloads go through in one run.</summary>
internal sealed class WorkloadNotes
{
    /// <summary>Replacements that found no node at first.</summary>
    public int Pending { get; set; }

    /// <summary>The longest wait for a node in seconds.</summary>
    public double PendingSeconds { get; set; }

    /// <summary>Whether one still waited at the end.</summary>
    public bool IsPendingAtEnd { get; set; }

    /// <summary>Why no node would do when the first of them was looked at.</summary>
    public string PendingBecause { get; set; } = "";

    /// <summary>Replacements that were placed on a cordoned node.</summary>
    public int Returns { get; set; }

    /// <summary>Why a Job failed; null when none did.</summary>
    public string? JobFailure { get; set; }

    /// <summary>Pods that gave way to its replacements, by the number of their workload, -1 for bare pods; null when there are none.</summary>
    public SortedDictionary<int, int>? Victims { get; set; }
}
