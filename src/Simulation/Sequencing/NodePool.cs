using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Nodes in their order, so many at a time; when one is done the next one starts.</summary>
internal class NodePool(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    private const int WorkDone = 0;
    private const int Uncordoned = 1;

    private int _next;
    private int _busy;
    private bool _isStopped;

    public override void Start() => Start(Plan.Concurrency);

    public override void OnDrainFinished(DrainClient drain)
    {
        Run.Recorder.OnDrainFinished(drain, drain.StartedAt);
        if (drain.Outcome == NodeOutcome.Drained)
        {
            Run.After(Seconds.Of(Plan.NodeWorkSeconds), EventKind.Orchestrate, drain.Node, WorkDone);
            return;
        }

        _isStopped |= Plan.StopsAtFailure;
        Release();
    }

    public override void OnStep(int subject, int detail)
    {
        if (detail == WorkDone && Plan.UncordonAfter)
        {
            Run.After(Run.Settings.Latencies.Uncordon.Draw(Run.Random), EventKind.Orchestrate, subject, Uncordoned);
            return;
        }

        if (detail == Uncordoned)
        {
            Uncordon(subject);
        }
        else
        {
            Run.Recorder.OnNodeDone(subject);
        }

        Release();
    }

    /// <summary>The nodes that are taken, in their order.</summary>
    protected virtual IReadOnlyList<int> Queue => PlannedNodes;

    /// <summary>Starts the first nodes, so many.</summary>
    protected void Start(int nodes)
    {
        for (var i = 0; i < nodes; i++)
        {
            StartNext();
        }
    }

    /// <summary>What drains a node.</summary>
    protected virtual DrainClient DrainOf(int node) => new KubectlDrain(Run, Run.Drains.Count, node, Plan.Drain, KubectlDrain.RetryDelay);

    private void Release()
    {
        _busy--;
        StartNext();
    }

    private void StartNext()
    {
        if (_isStopped || _next >= Queue.Count)
        {
            IsFinished = _busy == 0;
            return;
        }

        _busy++;
        var node = Queue[_next++];
        var drain = DrainOf(node);
        Run.Drains.Add(drain);
        drain.Start();
    }
}
