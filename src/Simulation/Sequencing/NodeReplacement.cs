using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Cluster API: a new node first, then the old one is drained and deleted; the next new one only when the old Machine is gone.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api, MachineDeployment with maxSurge 1 and maxUnavailable 0, the defaults, and
/// core/reconcilers/machine. After a drain whose time ran out the machine is deleted with whatever is left on it, but only when the volumes
/// of those pods are detached, or the time for that is up.</remarks>
internal sealed class NodeReplacement(SimulationRun run, MaintenancePlan plan) : Orchestrator(run, plan)
{
    // The collector of pods whose node is gone looks every 20 s and waits 40 s (kubernetes/kubernetes:pkg/controller/podgc), so at most:
    private const double PodCollectionSeconds = 60;

    private readonly ClusterApiFilter _filter = new(run, plan.ClusterApi);
    private readonly Dictionary<int, TimeSpan> _drainedAt = [];
    private int _next;
    private int _busy;

    private enum Step
    {
        Provisioned,
        Drained,
        Deleted,
        Collected,
    }

    public override TimeSpan Patience => base.Patience + (2 * Seconds.Of(Plan.ClusterApi.ReconcileSeconds));

    public override void Start()
    {
        if (Plan.ClusterApi.ReconcileSeconds <= 0)
        {
            throw new InvalidOperationException($"a reconcile every {Plan.ClusterApi.ReconcileSeconds} s");
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
            case Step.Collected: Collect(subject); break;
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

        _drainedAt[drain.Node] = Run.Now;
        AwaitVolumes(drain.Node);
    }

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
        var drain = new ClusterApiDrain(Run, Run.Drains.Count, node, Plan.Drain, Plan.ClusterApi, _filter);
        Run.Drains.Add(drain);
        drain.Start();
    }

    // Volumes of pods that the drain leaves are not waited for, nor any on a node of which nothing is heard (shouldWaitForNodeVolumes).
    private void AwaitVolumes(int node)
    {
        var again = Seconds.Of(Plan.ClusterApi.ReconcileSeconds);
        var left = ClusterApiDrain.HasNoContact(Run, node) || IsDetachOverdue(node) ? Run.Now : Run.Volumes.LeftAt(node, Run.Pods.On(node).Where(_filter.IsWaitedFor));
        if (left is not { } until)
        {
            // With a limit, the wait itself will change something.
            Run.After(again, Plan.ClusterApi.NodeVolumeDetachTimeoutSeconds > 0 ? EventKind.Orchestrate : EventKind.Look, node, (int)Step.Drained);
        }
        else if (until > Run.Now)
        {
            Run.After(again, EventKind.Orchestrate, node, (int)Step.Drained);
        }
        else
        {
            Run.After(Seconds.Of(Plan.ClusterApi.MachineDeletionSeconds), EventKind.Orchestrate, node, (int)Step.Deleted);
        }
    }

    private bool IsDetachOverdue(int node) =>
        Plan.ClusterApi.NodeVolumeDetachTimeoutSeconds is > 0 and var limit && Run.Now - _drainedAt[node] >= Seconds.Of(limit);

    private void Delete(int node)
    {
        foreach (var pod in Run.Pods.On(node).Where(pod => pod.Stage != PodStage.Finished && _filter.IsWaitedFor(pod)))
        {
            Run.Recorder.OnNodeLost(pod, ForceKind.DeletedWithMachine);
        }

        Run.Recorder.OnNodeDone(node);
        Run.Scheduler.State.RemoveNode(node);
        Run.After(Seconds.Of(PodCollectionSeconds), EventKind.Orchestrate, node, (int)Step.Collected);
        _busy--;
        StartNext();
    }

    private void Collect(int node)
    {
        foreach (var pod in Run.Pods.On(node).Where(pod => pod.Original is not ({ IsDaemonSetPod: true } or { IsMirror: true })).ToArray())
        {
            Run.Pods.Remove(pod);
        }
    }
}
