using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>kured: every node looks for work at its own ticks and needs the lock; who finds it taken waits a whole period.</summary>
/// <remarks>Source: kubereboot/kured:cmd/kured/main.go, pkg/delaytick and pkg/daemonsetlock. The window is looked at only before a node
/// takes the lock. After the boot a ticker of a minute, first at 30 to 90 s, uncordons the node and releases the lock.</remarks>
internal sealed class RebootLock(SimulationRun run, MaintenancePlan plan, RebootLockTiming timing) : Orchestrator(run, plan)
{
    // A node whose drain failed this often in a row is taken to be blocked for good.
    private const int FailuresBeforeGivingUp = 3;

    private readonly Dictionary<int, int> _failures = [];
    private int _holders;
    private int _open;

    private enum Step
    {
        Tick,
        Rebooted,
    }

    public override void Start()
    {
        _open = PlannedNodes.Count;
        IsFinished = _open == 0;
        for (var i = 0; i < PlannedNodes.Count; i++)
        {
            Run.At(timing.FirstTick(i, Run.Random), EventKind.Orchestrate, PlannedNodes[i], (int)Step.Tick);
        }
    }

    public override void OnStep(int subject, int detail)
    {
        if (detail == (int)Step.Rebooted)
        {
            Uncordon(subject);
            Release();
            return;
        }

        if (Plan.WindowSeconds is { } window && Run.Now.TotalSeconds > window)
        {
            Close();
        }
        else if (_holders >= Plan.Concurrency)
        {
            Run.After(timing.Period, EventKind.Orchestrate, subject, (int)Step.Tick);
        }
        else
        {
            _holders++;
            var drain = new KubectlDrain(Run, Run.Drains.Count, subject, Plan.Drain, new KubectlOptions { RetryDelay = TimeSpan.Zero });
            Run.Drains.Add(drain);
            drain.Start();
        }
    }

    public override void OnDrainFinished(DrainClient drain)
    {
        Run.Recorder.OnDrainFinished(drain, drain.StartedAt);
        if (drain.Outcome == NodeOutcome.Drained)
        {
            var back = TimeSpan.FromSeconds(Plan.NodeWorkSeconds) + timing.Release(Run.Random);
            Run.After(back, EventKind.Orchestrate, drain.Node, (int)Step.Rebooted);
            return;
        }

        // The lock is released and the node uncordoned; it tries again at a later tick.
        Uncordon(drain.Node);
        _failures[drain.Node] = _failures.GetValueOrDefault(drain.Node) + 1;
        if (_failures[drain.Node] < FailuresBeforeGivingUp)
        {
            _holders--;
            Run.After(timing.Period, EventKind.Orchestrate, drain.Node, (int)Step.Tick);
        }
        else
        {
            Release();
        }
    }

    private void Release()
    {
        _holders--;
        Close();
    }

    private void Close() => IsFinished = --_open == 0;
}
