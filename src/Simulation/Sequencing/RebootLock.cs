using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>kured: every node looks for work at its own times and needs the lock; who finds it taken waits for its next look.</summary>
/// <remarks>Source: kubereboot/kured:cmd/kured/main.go (rebootAsRequired), pkg/delaytick and pkg/daemonsetlock. The window is looked at only
/// before a node takes the lock. After the boot a ticker of a minute uncordons the node and gives the lock back.</remarks>
internal sealed class RebootLock(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    // When drains failed this often in a row for each node that is left, but not more often in all, nothing is taken to change any more.
    private const int FailuresPerNode = 3;
    private const int MostFailures = 10;

    private readonly Dictionary<int, LookTimes> _looks = [];
    private readonly HashSet<int> _failed = [];
    private readonly SortedSet<int> _waiting = [];
    private int _holders;
    private int _failuresInRow;

    private enum Step
    {
        Look,
        Locked,
        Rebooted,
        Missed,
        Up,
        Returned,
        Released,
        Failed,
    }

    public override void Start()
    {
        var period = Seconds.Of(Plan.Kured.PeriodSeconds);
        if (period <= TimeSpan.Zero)
        {
            throw new InvalidOperationException($"a look every {Plan.Kured.PeriodSeconds} s");
        }

        for (var i = 0; i < PlannedNodes.Count; i++)
        {
            // Where the node is not Ready, kured does not run either.
            var first = Plan.Kured.FirstLookSeconds is { } known ? Seconds.Of(known[i]) : Run.Random.Between(TimeSpan.Zero, period);
            if (Answers(PlannedNodes[i]))
            {
                _looks[PlannedNodes[i]] = new(first, period);
                LookLater(PlannedNodes[i]);
            }
        }

        IsFinished = _looks.Count == 0;
    }

    public override void OnStep(int subject, int detail)
    {
        switch ((Step)detail)
        {
            case Step.Look: Look(subject); break;
            case Step.Locked: Drain(subject); break;
            case Step.Rebooted: Reboot(subject); break;
            case Step.Missed: NodeReboot.GiveUp(Run, subject); break;
            case Step.Up: ComeBack(subject); break;
            case Step.Returned: Return(subject); break;
            case Step.Released: Leave(subject); Release(); break;
            case Step.Failed: RetryLater(subject); break;
            default: throw new InvalidOperationException($"step {detail}");
        }
    }

    public override void OnDrainFinished(DrainClient drain)
    {
        Run.Recorder.OnDrainFinished(drain, drain.StartedAt);
        if (drain.Outcome != NodeOutcome.Drained && !Plan.Kured.ForceReboot)
        {
            Run.After(Seconds.Of(Plan.Kured.LockReleaseDelaySeconds), EventKind.Orchestrate, drain.Node, (int)Step.Failed);
            return;
        }

        if (drain.Outcome != NodeOutcome.Drained)
        {
            Run.Recorder.OnForced(drain.Node);
        }

        _failuresInRow = 0;
        Run.After(Seconds.Of(Plan.Kured.RebootDelaySeconds), EventKind.Orchestrate, drain.Node, (int)Step.Rebooted);
    }

    private void Look(int node)
    {
        if (Plan.WindowSeconds is { } window && Run.Now.TotalSeconds > window)
        {
            Leave(node);
        }
        else if (_holders >= Plan.Concurrency)
        {
            // Its next look is found when the lock is free again; those before would change nothing.
            _ = _waiting.Add(node);
        }
        else
        {
            _holders++;
            if (Plan.Kured.DrainDelaySeconds > 0)
            {
                Run.After(Seconds.Of(Plan.Kured.DrainDelaySeconds), EventKind.Orchestrate, node, (int)Step.Locked);
            }
            else
            {
                Drain(node);
            }
        }
    }

    private void Drain(int node)
    {
        var drain = new KubectlDrain(Run, Run.Drains.Count, node, Plan.Drain, retryDelay: TimeSpan.Zero);
        Run.Drains.Add(drain);
        drain.Start();
    }

    private void Reboot(int node)
    {
        var up = Seconds.Of(Plan.NodeWorkSeconds);
        NodeReboot.Kill(Run, node, Run.Now + up);
        if (up > NodeReboot.Tolerated)
        {
            Run.After(NodeReboot.Tolerated, EventKind.Orchestrate, node, (int)Step.Missed);
        }

        Run.After(up, EventKind.Orchestrate, node, (int)Step.Up);
    }

    private void ComeBack(int node)
    {
        NodeReboot.Return(Run, node);
        var back = Run.Random.Between(Seconds.Of(Plan.Kured.ReturnLowSeconds), Seconds.Of(Plan.Kured.ReturnHighSeconds));
        Run.After(back, EventKind.Orchestrate, node, (int)Step.Returned);
    }

    // A node that was cordoned before the maintenance stays so, unless an attempt of its own failed in between.
    private void Return(int node)
    {
        if (Plan.UncordonAfter && (!WasCordoned(node) || _failed.Contains(node)))
        {
            Uncordon(node);
        }
        else
        {
            Run.Recorder.OnNodeDone(node);
        }

        Run.After(Seconds.Of(Plan.Kured.LockReleaseDelaySeconds), EventKind.Orchestrate, node, (int)Step.Released);
    }

    // The lock is released, then the node uncordoned; it tries again at a later look.
    private void RetryLater(int node)
    {
        Uncordon(node);
        _ = _failed.Add(node);
        if (++_failuresInRow >= Math.Min(FailuresPerNode * _looks.Count, MostFailures))
        {
            GiveUp();
            return;
        }

        _looks[node].WasBusy(Run.Now);
        LookLater(node);
        Release();
    }

    // kured itself never gives up; a window at least ends.
    private void GiveUp()
    {
        if (Plan.WindowSeconds is null)
        {
            Run.GiveUp();
        }

        IsFinished = true;
    }

    private void Release()
    {
        _holders--;
        foreach (var node in _waiting)
        {
            LookLater(node);
        }

        _waiting.Clear();
    }

    private void LookLater(int node) => Run.At(_looks[node].Next(Run.Now), EventKind.Orchestrate, node, (int)Step.Look);

    private void Leave(int node)
    {
        _ = _looks.Remove(node);
        IsFinished = _looks.Count == 0;
    }
}
