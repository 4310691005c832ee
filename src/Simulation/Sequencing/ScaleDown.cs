using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>The cluster-autoscaler's scale-down: nodes are drained and removed, and nothing takes their place. A node that cannot be drained is
/// kept, without what was evicted from it.</summary>
/// <remarks>Source: kubernetes/autoscaler:cluster-autoscaler/core/scaledown/actuation (actuator.go, group_deletion_scheduler.go) and
/// cluster-autoscaler/config/flags/flags.go (scan-interval, scale-down-delay-after-failure).</remarks>
internal sealed class ScaleDown(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    private static readonly Taint ToBeDeleted = new("ToBeDeletedByClusterAutoscaler", "", "NoSchedule");
    private static readonly TimeSpan ScanInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DelayAfterFailure = TimeSpan.FromMinutes(3);

    private int _next;
    private int _busy;
    private TimeSpan _notBefore;

    private enum Step
    {
        Start,
        Removed,
        Collected,
    }

    public override void Start()
    {
        for (var i = 0; i < Plan.Concurrency; i++)
        {
            _busy++;
            StartNext();
        }
    }

    public override void Cordon(int node) => Run.Scheduler.State.AddTaint(node, ToBeDeleted);

    public override void OnStep(int subject, int detail)
    {
        switch ((Step)detail)
        {
            case Step.Start: StartNext(); break;
            case Step.Removed: Remove(subject); break;
            case Step.Collected: LostPods.Collect(Run, subject); break;
            default: throw new InvalidOperationException($"step {detail}");
        }
    }

    public override void OnDrainFinished(DrainClient drain)
    {
        Run.Recorder.OnDrainFinished(drain, drain.StartedAt);
        switch (drain.Outcome)
        {
            case NodeOutcome.Drained:
                Run.After(Seconds.Of(Plan.NodeWorkSeconds), EventKind.Orchestrate, drain.Node, (int)Step.Removed);
                break;
            case NodeOutcome.Refused:
                // Nothing was done, so that the next node can be looked at in the same scan.
                Run.At(Run.Now, EventKind.Orchestrate, drain.Node, (int)Step.Start);
                break;
            default:
                Run.Scheduler.State.RemoveTaint(drain.Node, ToBeDeleted);
                Run.Scheduler.Wake();
                _notBefore = Run.Now + DelayAfterFailure;
                Run.At(_notBefore, EventKind.Orchestrate, drain.Node, (int)Step.Start);
                break;
        }
    }

    // A failure holds up the nodes that had not begun, in every place.
    private void StartNext()
    {
        if (_next >= PlannedNodes.Count || (Plan.Drain.StopOnFailure && _notBefore > TimeSpan.Zero))
        {
            IsFinished = --_busy == 0;
            return;
        }

        if (_notBefore > Run.Now)
        {
            Run.At(_notBefore, EventKind.Orchestrate, 0, (int)Step.Start);
            return;
        }

        var drain = new AutoscalerDrain(Run, Run.Drains.Count, PlannedNodes[_next++], Plan);
        Run.Drains.Add(drain);
        drain.Start();
    }

    private void Remove(int node)
    {
        LostPods.Record(Run, node, pod => pod.Original is not ({ IsDaemonSetPod: true } or { IsMirror: true }));
        Run.Recorder.OnNodeDone(node);
        Run.Scheduler.State.RemoveNode(node);
        Run.After(LostPods.CollectionTime, EventKind.Orchestrate, node, (int)Step.Collected);
        if (_next < PlannedNodes.Count)
        {
            Run.After(ScanInterval, EventKind.Orchestrate, node, (int)Step.Start);
        }
        else
        {
            IsFinished = --_busy == 0;
        }
    }
}
