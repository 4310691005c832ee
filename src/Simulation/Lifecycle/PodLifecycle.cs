using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>The objects of pods: created, bound, deleted, gone.</summary>
internal sealed class PodLifecycle(SimulationRun run)
{
    private readonly PodTable _pods = new();

    // A profile that replaces nodes adds at most one for each.
    private readonly List<SimulatedPod>?[] _onNode = new List<SimulatedPod>?[2 * run.Input.Placement.NodeCount];

    /// <summary>Pods that exist or existed; they have the numbers from 0.</summary>
    public int Count => _pods.Count;

    /// <summary>A pod by its number; null when its object is gone.</summary>
    public SimulatedPod? Find(int id) => _pods[id];

    /// <summary>Sets up the pods of the snapshot as they are.</summary>
    public void Start()
    {
        SimulatedPod[] pods = [.. run.Input.Pods.Select(TakeOver)];
        run.Controllers.Start(pods);
        run.Budgets.Start(pods);
        run.Recorder.Start(pods);
        foreach (var pod in pods)
        {
            if (pod.Class.IsNamespaceTerminating)
            {
                // The namespace controller deletes all pods of a namespace that is being deleted.
                Delete(pod, pod.Class.GraceSeconds);
            }
        }
    }

    /// <summary>The pods that are on a node, by namespace and name, replacements last.</summary>
    public IReadOnlyList<SimulatedPod> On(int node) => _onNode[node] ?? [];

    /// <summary>Makes a replacement and hands it to the scheduler.</summary>
    public SimulatedPod Create(PodClass @class, int ordinal)
    {
        var pod = new SimulatedPod(_pods.Count, @class, initial: null, ordinal);
        _pods.Add(pod);
        run.Scheduler.Add(pod);
        return pod;
    }

    /// <summary>Binds a pod to a node and lets its kubelet start it.</summary>
    public void Bind(SimulatedPod pod, int node)
    {
        pod.Node = node;
        pod.Stage = PodStage.Pending;
        pod.BoundAt = run.Now;
        if (pod.Original is null && run.Scheduler.State.IsCordoned(node))
        {
            run.Recorder.OnReturned(pod);
        }

        Place(pod);
        run.Scheduler.State.Bind(pod.Shape, node);
        run.Kubelets.Start(pod, run.Volumes.FreeAt(pod, node) + run.Settings.Latencies.Bind.Draw(run.Random));
    }

    /// <summary>Deletes a pod with a grace in seconds.</summary>
    public void Delete(SimulatedPod pod, double graceSeconds)
    {
        if (pod.Stage is PodStage.Terminating or PodStage.Gone)
        {
            return;
        }

        var stage = pod.Stage;
        pod.Stage = PodStage.Terminating;
        pod.DeletedAt = run.Now;
        if (stage == PodStage.Ready)
        {
            run.Budgets.OnReadyChanged(pod, ready: false);
            run.Recorder.OnReadyChanged(pod, ready: false);
        }

        if (stage == PodStage.Unscheduled)
        {
            run.Scheduler.Drop(pod);
        }
        else if (stage != PodStage.Finished && pod.Node >= 0)
        {
            run.Scheduler.State.MarkTerminating(pod.Shape, pod.Node);
        }

        run.Controllers.OnDeleted(pod);
        run.Scheduler.Wake();
        run.Kubelets.Stop(pod, stage, graceSeconds);
    }

    /// <summary>Removes a pod without asking its kubelet, as is done with pods whose node is gone. Only a finalizer keeps its object then.</summary>
    public void Remove(SimulatedPod pod)
    {
        Delete(pod, graceSeconds: 0);
        EndAt(pod, run.Now);
    }

    /// <summary>Lets the containers of a pod that is being deleted end at a time, and its object go unless a finalizer keeps it.</summary>
    public void EndAt(SimulatedPod pod, TimeSpan at)
    {
        pod.IsStuck |= pod.Class.IsHeldByFinalizer;
        run.At(at, pod.Class.IsHeldByFinalizer ? EventKind.PodEnded : EventKind.PodGone, pod.Id);
    }

    public void OnGone(int id)
    {
        if (_pods[id] is not { } pod)
        {
            return;
        }

        OnEnded(id);
        pod.Stage = PodStage.Gone;
        pod.GoneAt = run.Now;
        _pods.Remove(id);
        if (pod.Node >= 0)
        {
            _ = _onNode[pod.Node]?.Remove(pod);
        }

        run.Controllers.OnGone(pod);
    }

    /// <summary>The containers of a pod that is being deleted have ended: its phase says so, and the scheduler counts it no more.</summary>
    public void OnEnded(int id)
    {
        if (_pods[id] is not { HasEnded: false } pod)
        {
            return;
        }

        if (pod.TakesRoom)
        {
            run.Scheduler.State.Remove(pod.Shape, pod.Node, wasTerminating: true);
        }

        pod.HasEnded = true;
        run.Volumes.LetGo(pod);
        run.Scheduler.Wake();
    }

    private SimulatedPod TakeOver(InitialPod initial)
    {
        var pod = new SimulatedPod(_pods.Count, initial.Class, initial, initial.Ordinal) { Node = initial.Node };
        _pods.Add(pod);
        Place(pod);
        InitialState.Apply(run, pod);
        return pod;
    }

    private void Place(SimulatedPod pod)
    {
        if (pod.Node >= 0)
        {
            (_onNode[pod.Node] ??= []).Add(pod);
        }
    }
}
