using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>The system-upgrade-controller: a Job for each node, so many at a time, that drains and upgrades it within one limit of time. A node
/// whose Job failed stays cordoned and keeps its place, so that the plan stops when all places are taken that way.</summary>
/// <remarks>Source: rancher/system-upgrade-controller:pkg/upgrade/job/job.go, pkg/upgrade/handle_batch.go (the node is uncordoned when its Job is
/// complete) and pkg/upgrade/plan/plan.go (SelectConcurrentNodes: who is being applied stays selected until its label says that it is done).</remarks>
internal sealed class UpgradeJobs(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    // The pod that left last, of nodes that are drained and not yet upgraded.
    private readonly Dictionary<int, SimulatedPod?> _upgrading = [];
    private readonly Dictionary<int, UpgradeJobDrain> _drains = [];
    private int _next;
    private int _busy;

    private enum Step
    {
        TimeUp,
        Upgraded,
        Uncordoned,
        Released,
    }

    public override void Start()
    {
        for (var i = 0; i < Plan.Concurrency; i++)
        {
            StartNext();
        }
    }

    public override void OnStep(int subject, int detail)
    {
        switch ((Step)detail)
        {
            case Step.TimeUp: EndJob(subject); break;
            case Step.Upgraded: Complete(subject); break;
            case Step.Uncordoned: Uncordon(subject); AwaitRelease(subject); break;
            case Step.Released: Release(); break;
            default: throw new InvalidOperationException($"step {detail}");
        }
    }

    public override void OnDrainFinished(DrainClient drain)
    {
        Run.Recorder.OnDrainFinished(drain, drain.StartedAt);
        _ = _drains.Remove(drain.Node);
        if (drain.Outcome == NodeOutcome.Drained)
        {
            _upgrading[drain.Node] = drain.Tasks.Where(task => task.Pod.Stage == PodStage.Gone).MaxBy(task => task.Pod.GoneAt)?.Pod;
            Run.After(Seconds.Of(Plan.NodeWorkSeconds), EventKind.Orchestrate, drain.Node, (int)Step.Upgraded);
        }
        else
        {
            Fail();
        }
    }

    private void StartNext()
    {
        if (_next >= PlannedNodes.Count)
        {
            IsFinished = _busy == 0;
            return;
        }

        _busy++;
        var node = PlannedNodes[_next++];
        var drain = new UpgradeJobDrain(Run, Run.Drains.Count, node, Plan.Drain, Plan.SystemUpgradeController);
        _drains[node] = drain;
        Run.Drains.Add(drain);
        if (Plan.SystemUpgradeController.JobActiveDeadlineSeconds > 0)
        {
            Run.After(Seconds.Of(Plan.SystemUpgradeController.JobActiveDeadlineSeconds), EventKind.Orchestrate, node, (int)Step.TimeUp);
        }

        drain.Start();
    }

    private void EndJob(int node)
    {
        if (_drains.TryGetValue(node, out var drain))
        {
            drain.Stop();
        }
        else if (_upgrading.Remove(node, out var last))
        {
            Run.Recorder.OnWorkCutOff(node, last, Plan.SystemUpgradeController.JobActiveDeadlineSeconds);
            Fail();
        }
    }

    // The place of a failed node is lost.
    private void Fail()
    {
        if (Plan.Drain.StopOnFailure)
        {
            IsFinished = --_busy == 0;
        }
        else
        {
            Release();
        }
    }

    private void Complete(int node)
    {
        if (!_upgrading.Remove(node))
        {
            return;
        }

        if (Plan.UncordonAfter)
        {
            Run.After(Run.Settings.Latencies.Uncordon.Draw(Run.Random), EventKind.Orchestrate, node, (int)Step.Uncordoned);
        }
        else
        {
            Run.Recorder.OnNodeDone(node);
            AwaitRelease(node);
        }
    }

    private void AwaitRelease(int node) =>
        Run.After(Seconds.Of(Plan.SystemUpgradeController.PostCompleteDelaySeconds), EventKind.Orchestrate, node, (int)Step.Released);

    private void Release()
    {
        _busy--;
        StartNext();
    }
}
