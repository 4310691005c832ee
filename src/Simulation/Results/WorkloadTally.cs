namespace RiskAnalyzer.Simulation.Results;

/// <summary>What one workload went through in one run.</summary>
internal struct WorkloadTally
{
    private TimeSpan? _downSince;

    /// <summary>Ready pods at the start.</summary>
    public int ReadyBefore { get; set; }

    /// <summary>Ready pods now.</summary>
    public int Ready { get; private set; }

    /// <summary>The fewest Ready pods so far.</summary>
    public int LowestReady { get; private set; }

    /// <summary>Evictions that were accepted.</summary>
    public int Evictions { get; set; }

    /// <summary>Time without any Ready pod.</summary>
    public TimeSpan Downtime { get; private set; }

    /// <summary>Takes over what the snapshot shows.</summary>
    public void Begin(int ready) => (ReadyBefore, Ready, LowestReady) = (ready, ready, ready);

    /// <summary>A pod turned Ready or stopped being so.</summary>
    public void Change(int by, TimeSpan now)
    {
        Ready += by;
        LowestReady = Math.Min(LowestReady, Ready);
        if (Ready == 0)
        {
            _downSince ??= now;
        }
        else if (_downSince is { } since)
        {
            Downtime += now - since;
            _downSince = null;
        }
    }

    /// <summary>Closes the account at the end of the run.</summary>
    public void End(TimeSpan now)
    {
        if (_downSince is { } since)
        {
            Downtime += now - since;
            _downSince = now;
        }
    }
}
