using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Kubespray: batches of nodes; within a batch all drain together, and each task waits for the slowest.</summary>
/// <remarks>Source: kubernetes-sigs/kubespray:roles/upgrade/pre-upgrade/tasks/main.yml and playbooks/upgrade_cluster.yml.</remarks>
internal sealed class NodeBatches(SimulationRun run, MaintenancePlan plan, IReadOnlyList<int[]> batches) : Orchestrator(run, plan)
{
    private readonly DrainAttempts _attempts = new(plan.Drain, plan.Kubespray);
    private readonly Dictionary<int, (TimeSpan StartedAt, int Attempts)> _nodes = [];
    private int _batch = -1;
    private int _open;
    private bool _hasFailed;

    private enum Step
    {
        Paused,
        Look,
        Retry,
        WorkDone,
        Uncordoned,
    }

    /// <summary>Whether a node is upgraded without a drain: kubespray drains only what is Ready and takes pods, and uncordons only what it drained.</summary>
    public static bool Skips(Node node) => node.Unschedulable || !node.IsReady;

    public override void Start() => StartBatch();

    public override void OnDrainFinished(DrainClient drain)
    {
        if (!MayRetry(drain))
        {
            Run.Recorder.OnDrainFinished(drain, _nodes[drain.Node].StartedAt);
        }

        var every = Seconds.Of(Plan.Kubespray.LookEverySeconds);
        var seen = every <= TimeSpan.Zero ? Run.Now : drain.StartedAt + (every * Math.Ceiling((Run.Now - drain.StartedAt) / every));
        Run.At(seen > Run.Now ? seen : Run.Now, EventKind.Orchestrate, drain.Number, (int)Step.Look);
    }

    public override void OnStep(int subject, int detail)
    {
        switch ((Step)detail)
        {
            case Step.Paused: DrainBatch(); break;
            case Step.Look: Look(Run.Drains[subject]); break;
            case Step.Retry: StartDrain(subject); break;
            case Step.WorkDone: Run.After(Run.Settings.Latencies.Uncordon.Draw(Run.Random), EventKind.Orchestrate, 0, (int)Step.Uncordoned); break;
            case Step.Uncordoned: EndBatch(); break;
            default: throw new InvalidOperationException($"step {detail}");
        }
    }

    private void StartBatch()
    {
        if (++_batch >= batches.Count)
        {
            IsFinished = true;
        }
        else if (Plan.Kubespray.UpgradeNodePauseSeconds > 0)
        {
            Run.After(Seconds.Of(Plan.Kubespray.UpgradeNodePauseSeconds), EventKind.Orchestrate, 0, (int)Step.Paused);
        }
        else
        {
            DrainBatch();
        }
    }

    private void DrainBatch()
    {
        _open = batches[_batch].Length;
        foreach (var node in batches[_batch])
        {
            if (Skips(Run.Input.Placement.Nodes[node]))
            {
                Run.Recorder.OnSkipped(node);
                _open--;
            }
            else
            {
                _nodes[node] = (Run.Now, 0);
                StartDrain(node);
            }
        }

        if (_open == 0)
        {
            Work();
        }
    }

    private void StartDrain(int node)
    {
        var (startedAt, attempt) = _nodes[node];
        _nodes[node] = (startedAt, attempt + 1);
        var drain = new KubectlDrain(Run, Run.Drains.Count, node, _attempts[attempt], KubectlDrain.RetryDelay);
        Run.Drains.Add(drain);
        drain.Start();
    }

    private bool MayRetry(DrainClient drain) => drain.Outcome != NodeOutcome.Drained && _nodes[drain.Node].Attempts < _attempts.Count;

    private void Look(DrainClient drain)
    {
        if (MayRetry(drain))
        {
            Run.After(Seconds.Of(_attempts.PauseSecondsBefore(_nodes[drain.Node].Attempts)), EventKind.Orchestrate, drain.Node, (int)Step.Retry);
            return;
        }

        if (drain.Outcome != NodeOutcome.Drained)
        {
            // The failed node is uncordoned and the play ends for all; nodes of the batch that were drained stay cordoned.
            _hasFailed |= Plan.Drain.StopOnFailure;
            Uncordon(drain.Node);
        }

        if (--_open > 0)
        {
            return;
        }

        if (_hasFailed)
        {
            IsFinished = true;
        }
        else
        {
            Work();
        }
    }

    private void Work() => Run.After(Seconds.Of(Plan.NodeWorkSeconds + Plan.Kubespray.UpgradeNodePostUpgradePauseSeconds), EventKind.Orchestrate, 0, (int)Step.WorkDone);

    private void EndBatch()
    {
        foreach (var node in batches[_batch])
        {
            if (Plan.UncordonAfter && _nodes.ContainsKey(node))
            {
                Uncordon(node);
            }
            else
            {
                Run.Recorder.OnNodeDone(node);
            }
        }

        StartBatch();
    }
}
