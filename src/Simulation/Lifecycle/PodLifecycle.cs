using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>What API server and kubelets do with pods: create, bind, start, stop.</summary>
internal sealed class PodLifecycle(SimulationRun run)
{
    private readonly List<SimulatedPod> _pods = [];

    // A profile that replaces nodes adds at most one for each.
    private readonly List<SimulatedPod>?[] _onNode = new List<SimulatedPod>?[2 * run.Input.Placement.NodeCount];
    private readonly Dictionary<(string Namespace, string Claim), (int Node, TimeSpan FreeAt)> _volumes = [];

    public SimulatedPod this[int id] => _pods[id];

    /// <summary>Sets up the pods of the snapshot as they are.</summary>
    public void Start()
    {
        foreach (var initial in run.Input.Pods)
        {
            var pod = new SimulatedPod(_pods.Count, initial.Class, initial.Pod, initial.Shape, initial.Ordinal) { Node = initial.Node };
            _pods.Add(pod);
            Place(pod);
            InitialState.Apply(run, pod);
        }

        run.Controllers.Start(_pods);
        run.Budgets.Start();
        run.Recorder.Start();
    }

    /// <summary>The pods that are on a node, by namespace and name, replacements last.</summary>
    public IReadOnlyList<SimulatedPod> On(int node)
    {
        _ = _onNode[node]?.RemoveAll(pod => pod.Stage == PodStage.Gone);
        return _onNode[node] ?? [];
    }

    /// <summary>Makes a replacement and hands it to the scheduler.</summary>
    public SimulatedPod Create(PodClass @class, int ordinal)
    {
        var pod = new SimulatedPod(_pods.Count, @class, null, @class.Replacement, ordinal);
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
        if (pod.UnplacedSince is { } since)
        {
            run.Recorder.OnWaited(pod, since, isPlaced: true);
        }

        if (pod.Original is null && run.Scheduler.State.IsCordoned(node))
        {
            run.Recorder.OnReturned(pod);
        }

        Place(pod);
        run.Scheduler.State.Bind(pod.Shape, node);
        StartContainers(pod, VolumesFreeAt(pod, node), pod.Class.Startup.SecondsIn(run.Settings.Mode));
    }

    /// <summary>Lets a bound pod run and turn Ready after some seconds; infinite seconds mean never.</summary>
    public void StartContainers(SimulatedPod pod, TimeSpan from, double seconds)
    {
        var latencies = run.Settings.Latencies;
        if (!double.IsFinite(seconds))
        {
            run.At(from + latencies.Kubelet.Draw(run.Random), EventKind.PodRunning, pod.Id);
            return;
        }

        var running = from + TimeSpan.FromSeconds(seconds * pod.Class.Startup.PendingShare) + latencies.Kubelet.Draw(run.Random);
        run.At(running, EventKind.PodRunning, pod.Id);
        var ready = from + TimeSpan.FromSeconds(seconds) + latencies.Kubelet.Draw(run.Random);
        run.At(ready > running ? ready : running, EventKind.PodReady, pod.Id);
    }

    public void OnRunning(int id)
    {
        if (_pods[id] is { Stage: PodStage.Pending } pod)
        {
            pod.Stage = PodStage.Running;
        }
    }

    public void OnReady(int id)
    {
        if (_pods[id] is { Stage: PodStage.Pending or PodStage.Running } pod)
        {
            pod.Stage = PodStage.Ready;
            run.Budgets.OnReadyChanged(pod, ready: true);
            run.Recorder.OnReadyChanged(pod, ready: true);
            run.Controllers.OnReady(pod);
        }
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
        else if (stage != PodStage.Finished)
        {
            run.Scheduler.State.MarkTerminating(pod.Shape, pod.Node);
        }

        run.Controllers.OnDeleted(pod);
        run.Scheduler.Wake();
        End(pod, stage, graceSeconds);
    }

    public void OnGone(int id)
    {
        var pod = _pods[id];
        pod.Stage = PodStage.Gone;
        pod.GoneAt = run.Now;
        if (pod.Node >= 0 && pod.Original is not { IsFinished: true })
        {
            run.Scheduler.State.Remove(pod.Shape, pod.Node, wasTerminating: true);
        }

        var detach = TimeSpan.FromSeconds(run.Settings.Volumes.SecondsIn(run.Settings.Mode));
        foreach (var claim in pod.Class.ExclusiveClaims)
        {
            _volumes[(pod.Class.Namespace, claim)] = (pod.Node, run.Now + detach);
        }

        run.Controllers.OnGone(pod);
        run.Scheduler.Wake();
    }

    /// <summary>Schedules the end of a pod that is being deleted.</summary>
    public void End(SimulatedPod pod, PodStage from, double graceSeconds)
    {
        if (pod.Class.IsHeldByFinalizer || (pod.Node >= 0 && !run.Orchestrator.Answers(pod.Node)))
        {
            pod.IsStuck = true;
            return;
        }

        if (from is PodStage.Unscheduled or PodStage.Finished)
        {
            run.At(run.Now, EventKind.PodGone, pod.Id);
            return;
        }

        // A crash-looping or still starting pod may have containers too; they are taken to stop as the class does.
        var draw = SeededRandom.Hash(run.Settings.Seed, pod.Class.Workload >= 0 ? run.Input.Workloads[pod.Class.Workload].ToString() : $"{pod.Id}");
        var exit = from == PodStage.Pending ? 0 : pod.Class.Shutdown.SecondsIn(run.Settings.Mode, draw);
        var seconds = Termination.Seconds(pod.Class.Spec, graceSeconds, _ => exit);
        pod.UsesWholeGrace = graceSeconds > 0 && seconds >= graceSeconds;
        run.After(TimeSpan.FromSeconds(seconds) + run.Settings.Latencies.Kubelet.Draw(run.Random), EventKind.PodGone, pod.Id);
    }

    private void Place(SimulatedPod pod)
    {
        if (pod.Node >= 0)
        {
            (_onNode[pod.Node] ??= []).Add(pod);
        }
    }

    private TimeSpan VolumesFreeAt(SimulatedPod pod, int node)
    {
        var free = run.Now;
        foreach (var claim in pod.Class.ExclusiveClaims)
        {
            if (_volumes.TryGetValue((pod.Class.Namespace, claim), out var volume) && volume.Node != node && volume.FreeAt > free)
            {
                free = volume.FreeAt;
            }
        }

        return free;
    }
}
