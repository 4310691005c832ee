using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Cluster API: a new node first, then the old one is drained and deleted; the next new one only when the old Machine is gone.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api, MachineDeployment with maxSurge 1 and maxUnavailable 0, the defaults.</remarks>
internal sealed class NodeReplacement(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    // The deletion of the machine itself; our own estimate, as no source gives one.
    private const double DeleteMachineSeconds = 60;

    private int _next;
    private int _busy;

    private enum Step
    {
        Provisioned,
        Deleted,
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
        if (detail == (int)Step.Provisioned)
        {
            _ = Run.Scheduler.State.AddNodeLike(subject, Run.Input.Placement.NodeName(subject) + "-new");
            Run.Scheduler.Wake();
            var drain = new ClusterApiDrain(Run, Run.Drains.Count, subject, Plan.Drain);
            Run.Drains.Add(drain);
            drain.Start();
            return;
        }

        Run.Recorder.OnNodeDone(subject);
        Run.Scheduler.State.RemoveNode(subject);
        _busy--;
        StartNext();
    }

    public override void OnDrainFinished(DrainClient drain)
    {
        Run.Recorder.OnDrainFinished(drain, drain.StartedAt);
        Run.After(TimeSpan.FromSeconds(DeleteMachineSeconds), EventKind.Orchestrate, drain.Node, (int)Step.Deleted);
    }

    private void StartNext()
    {
        if (_next >= PlannedNodes.Count)
        {
            IsFinished = _busy == 0;
            return;
        }

        _busy++;
        Run.After(TimeSpan.FromSeconds(Plan.NodeWorkSeconds), EventKind.Orchestrate, PlannedNodes[_next++], (int)Step.Provisioned);
    }
}
