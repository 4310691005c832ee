using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Eviction;

/// <summary>The budgets' status as the API server has it: charged when an eviction is approved, recomputed by the disruption controller.</summary>
internal sealed class BudgetLedger(SimulationRun run)
{
    private readonly Entry[] _entries = [.. run.Input.Budgets.Select(info => new Entry(info))];

    /// <summary>Computes every status from the pods as they are.</summary>
    public void Start(IReadOnlyList<SimulatedPod> pods)
    {
        foreach (var pod in pods)
        {
            foreach (var budget in pod.Class.Budgets)
            {
                _entries[budget].Healthy += pod.Stage == PodStage.Ready ? 1 : 0;
            }
        }

        foreach (var entry in _entries)
        {
            entry.Allowed = entry.Compute();
        }
    }

    public BudgetInfo Info(int budget) => _entries[budget].Info;

    /// <summary>Evictions that the status allows.</summary>
    public int Allowed(int budget) => _entries[budget].Allowed;

    /// <summary>Healthy pods now.</summary>
    public int Healthy(int budget) => _entries[budget].Healthy;

    /// <summary>The budget that forbids the loss of a pod, by its pods as they are; null when none does.</summary>
    public int? Forbidding(SimulatedPod pod)
    {
        foreach (var budget in pod.Stage == PodStage.Ready ? pod.Class.Budgets : [])
        {
            if (_entries[budget].Compute() <= 0)
            {
                return budget;
            }
        }

        return null;
    }

    /// <summary>The version of the status; a write on an older one is a conflict.</summary>
    public int Version(int budget) => _entries[budget].Version;

    /// <summary>Charges one eviction. Until the pod is deleted it no longer counts as healthy (<c>status.disruptedPods</c>).</summary>
    public void Charge(int budget)
    {
        _entries[budget].Allowed--;
        _entries[budget].Disrupted++;
        _entries[budget].Version++;
        Wake(budget);
    }

    /// <summary>The pod of a charged eviction is being deleted, so that it does not count any more in any case.</summary>
    public void Settle(int budget)
    {
        _entries[budget].Disrupted--;
        Wake(budget);
    }

    /// <summary>A pod turned Ready, or stopped being so.</summary>
    public void OnReadyChanged(SimulatedPod pod, bool ready)
    {
        foreach (var budget in pod.Class.Budgets)
        {
            _entries[budget].Healthy += ready ? 1 : -1;
            Wake(budget);
        }
    }

    /// <summary>The disruption controller writes the status.</summary>
    public void Sync(int budget)
    {
        var entry = _entries[budget];
        entry.IsAwake = false;
        entry.Version++;
        entry.Allowed = entry.Compute();
    }

    private void Wake(int budget)
    {
        if (!_entries[budget].IsAwake)
        {
            _entries[budget].IsAwake = true;
            run.After(run.Settings.Latencies.BudgetSync.Draw(run.Random), EventKind.BudgetSync, budget);
        }
    }

    private sealed class Entry(BudgetInfo info)
    {
        public BudgetInfo Info { get; } = info;

        public int Healthy { get; set; }

        public int Allowed { get; set; }

        public int Disrupted { get; set; }

        public int Version { get; set; }

        public bool IsAwake { get; set; }

        public int Compute() => BudgetArithmetic.DisruptionsAllowed(Info.Expected, Info.Desired, Healthy - Disrupted);
    }
}
