using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Nodes in their order, so many at a time; when one is done the next one starts.</summary>
internal sealed class NodePool(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    private const int WorkDone = 0;
    private const int Uncordoned = 1;

    private int _next;
    private int _busy;
    private bool _isStopped;

    public override void Start()
    {
        for (var i = 0; i < Plan.Concurrency; i++)
        {
            StartNext();
        }
    }

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

    private void Release()
    {
        _busy--;
        StartNext();
    }

    private void StartNext()
    {
        if (_isStopped || _next >= PlannedNodes.Count)
        {
            IsFinished = _busy == 0;
            return;
        }

        _busy++;
        var node = PlannedNodes[_next++];
        var drain = new KubectlDrain(Run, Run.Drains.Count, node, Plan.Drain, KubectlDrain.RetryDelay);
        Run.Drains.Add(drain);
        drain.Start();
    }
}
