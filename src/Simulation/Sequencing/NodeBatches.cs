using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Kubespray: batches of nodes; within a batch all drain together, and each task waits for the slowest.</summary>
/// <remarks>Source: kubernetes-sigs/kubespray:roles/upgrade/pre-upgrade/tasks/main.yml. Ansible's <c>retries: 3</c> makes four attempts
/// (ansible/ansible:lib/ansible/executor/task_executor.py), and an asynchronous task is looked at every 15 s.</remarks>
internal sealed class NodeBatches(SimulationRun run, MaintenancePlan plan, IReadOnlyList<int[]> batches) : Orchestrator(run, plan)
{
    private const int Attempts = 4;
    private const double RetryDelaySeconds = 10;
    private const double LookEverySeconds = 15;

    private readonly Dictionary<int, (TimeSpan StartedAt, int Attempts)> _nodes = [];
    private int _batch = -1;
    private int _open;
    private bool _hasFailed;

    private enum Step
    {
        Look,
        Retry,
        WorkDone,
        Uncordoned,
    }

    public override void Start() => StartBatch();

    public override void OnDrainFinished(DrainClient drain)
    {
        var looks = LooksEvery <= TimeSpan.Zero ? drain.StartedAt : drain.StartedAt + (LooksEvery * Math.Ceiling((Run.Now - drain.StartedAt) / LooksEvery));
        Run.At(looks > Run.Now ? looks : Run.Now, EventKind.Orchestrate, drain.Number, (int)Step.Look);
    }

    public override void OnStep(int subject, int detail)
    {
        switch ((Step)detail)
        {
            case Step.Look: Look(Run.Drains[subject]); break;
            case Step.Retry: StartDrain(subject); break;
            case Step.WorkDone: Run.After(Run.Settings.Latencies.Uncordon.Draw(Run.Random), EventKind.Orchestrate, 0, (int)Step.Uncordoned); break;
            case Step.Uncordoned: EndBatch(); break;
            default: throw new InvalidOperationException($"step {detail}");
        }
    }

    // With no latencies at all, the end of a drain is seen at once too, so that results can be worked out by hand.
    private TimeSpan LooksEvery => Run.Settings.Latencies.BudgetCacheSeconds > 0 ? TimeSpan.FromSeconds(LookEverySeconds) : default;

    private void StartBatch()
    {
        if (_hasFailed || ++_batch >= batches.Count)
        {
            IsFinished = true;
            return;
        }

        _open = batches[_batch].Length;
        foreach (var node in batches[_batch])
        {
            _nodes[node] = (Run.Now, 0);
            StartDrain(node);
        }
    }

    private void StartDrain(int node)
    {
        _nodes[node] = _nodes[node] with { Attempts = _nodes[node].Attempts + 1 };
        var drain = new KubectlDrain(Run, Run.Drains.Count, node, Plan.Drain, new KubectlOptions());
        Run.Drains.Add(drain);
        drain.Start();
    }

    private void Look(DrainClient drain)
    {
        var (startedAt, attempts) = _nodes[drain.Node];
        if (drain.Outcome != NodeOutcome.Drained && attempts < Attempts)
        {
            Run.After(TimeSpan.FromSeconds(RetryDelaySeconds), EventKind.Orchestrate, drain.Node, (int)Step.Retry);
            return;
        }

        Run.Recorder.OnDrainFinished(drain, startedAt);
        if (drain.Outcome != NodeOutcome.Drained)
        {
            // The failed node is uncordoned and the play ends for all; nodes of the batch that were drained stay cordoned.
            _hasFailed = true;
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
            Run.After(TimeSpan.FromSeconds(Plan.NodeWorkSeconds), EventKind.Orchestrate, 0, (int)Step.WorkDone);
        }
    }

    private void EndBatch()
    {
        foreach (var node in batches[_batch])
        {
            if (Plan.UncordonAfter)
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
