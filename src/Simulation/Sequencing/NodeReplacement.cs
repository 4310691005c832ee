using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>A new node first, then the old one is drained and deleted; the next new one only when the old one is gone.</summary>
internal abstract class NodeReplacement(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    private int _next;
    private int _busy;

    private enum Step
    {
        Provisioned,
        Drained,
        Deleted,
        Collected,
    }

    public override TimeSpan Patience => base.Patience + (2 * LookEvery);

    /// <summary>Between two looks whether the volumes of a node have left it.</summary>
    protected abstract TimeSpan LookEvery { get; }

    /// <summary>From the end of the drain to the end of the node, apart from its volumes.</summary>
    protected abstract double DeletionSeconds { get; }

    public override void Start()
    {
        if (LookEvery <= TimeSpan.Zero)
        {
            throw new InvalidOperationException($"a look every {LookEvery}");
        }

        for (var i = 0; i < Plan.Concurrency; i++)
        {
            StartNext();
        }
    }

    public override void OnStep(int subject, int detail)
    {
        switch ((Step)detail)
        {
            case Step.Provisioned: Replace(subject); break;
            case Step.Drained: AwaitVolumes(subject); break;
            case Step.Deleted: Delete(subject); break;
            case Step.Collected: LostPods.Collect(Run, subject); break;
            default: throw new InvalidOperationException($"step {detail}");
        }
    }

    public override void OnDrainFinished(DrainClient drain)
    {
        Run.Recorder.OnDrainFinished(drain, drain.StartedAt);
        if (drain.Outcome != NodeOutcome.Drained)
        {
            Run.Recorder.OnForced(drain.Node);
        }

        AwaitVolumes(drain.Node);
    }

    /// <summary>What drains a node.</summary>
    protected abstract DrainClient DrainOf(int node);

    /// <summary>When the last volume left a node that has to; null while one is there.</summary>
    protected abstract TimeSpan? VolumesLeft(int node);

    /// <summary>When volumes left, or are no longer waited for.</summary>
    protected static TimeSpan AtMost(TimeSpan? left, TimeSpan end) => left <= end ? left.Value : end;

    /// <summary>Whether a pod that is still on the node is lost with it.</summary>
    protected abstract bool IsLost(SimulatedPod pod);

    private void StartNext()
    {
        if (_next >= PlannedNodes.Count)
        {
            IsFinished = _busy == 0;
            return;
        }

        _busy++;
        Run.After(Seconds.Of(Plan.NodeWorkSeconds), EventKind.Orchestrate, PlannedNodes[_next++], (int)Step.Provisioned);
    }

    private void Replace(int node)
    {
        _ = Run.Scheduler.State.AddNodeLike(node, Run.Input.Placement.NodeName(node) + "-new");
        Run.Scheduler.Wake();
        var drain = DrainOf(node);
        Run.Drains.Add(drain);
        drain.Start();
    }

    private void AwaitVolumes(int node)
    {
        if (VolumesLeft(node) is not { } until)
        {
            Run.After(LookEvery, EventKind.Look, node, (int)Step.Drained);
        }
        else if (until > Run.Now)
        {
            Run.After(LookEvery * Math.Ceiling((until - Run.Now) / LookEvery), EventKind.Orchestrate, node, (int)Step.Drained);
        }
        else
        {
            Run.After(Seconds.Of(DeletionSeconds), EventKind.Orchestrate, node, (int)Step.Deleted);
        }
    }

    private void Delete(int node)
    {
        LostPods.Record(Run, node, IsLost);
        Run.Recorder.OnNodeDone(node);
        Run.Scheduler.State.RemoveNode(node);
        Run.After(LostPods.CollectionTime, EventKind.Orchestrate, node, (int)Step.Collected);
        _busy--;
        StartNext();
    }
}
