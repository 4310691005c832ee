namespace RiskAnalyzer.Simulation.Results;

/// <summary>What one workload went through in one run.</summary>
internal struct WorkloadTally
{
    /// <summary>The fewest Ready pods so far.</summary>
    public int LowestReady { get; private set; }

    /// <summary>Evictions that were accepted.</summary>
    public int Evictions { get; set; }

    /// <summary>Time without any Ready pod.</summary>
    public TimeSpan Downtime { get; private set; }

    /// <summary>Takes over the number of Ready pods that the snapshot shows.</summary>
    public void Begin(int ready) => LowestReady = ready;

    /// <summary>The number of Ready pods has changed to this one.</summary>
    public void Note(int ready) => LowestReady = Math.Min(LowestReady, ready);

    /// <summary>A time without any Ready pod is over.</summary>
    public void AddDowntime(TimeSpan time) => Downtime += time;
}
