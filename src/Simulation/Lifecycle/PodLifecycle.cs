using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>What API server and kubelets do with pods: create, bind, start, stop.</summary>
internal sealed class PodLifecycle(SimulationRun run)
{
    private readonly PodTable _pods = new();

    // A profile that replaces nodes adds at most one for each.
    private readonly List<SimulatedPod>?[] _onNode = new List<SimulatedPod>?[2 * run.Input.Placement.NodeCount];
    private readonly Dictionary<(string Namespace, string Claim), (int Node, TimeSpan FreeAt)> _volumes = [];
    private readonly Dictionary<SimulatedPod, TimeSpan> _downUntil = [];
    private readonly TimeSpan[] _detachedAt = new TimeSpan[2 * run.Input.Placement.NodeCount];

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

    /// <summary>When the last volume that left a node was detached from it; null while a pod of those that matter keeps one there.</summary>
    public TimeSpan? VolumesLeft(int node, Func<SimulatedPod, bool> matters) =>
        On(node).Where(matters).Any(pod => pod.Class.ExclusiveClaims.Length > 0 && pod.Stage != PodStage.Finished && !pod.HasEnded) ? null : _detachedAt[node];

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
        StartContainers(pod, VolumesFreeAt(pod, node) + run.Settings.Latencies.Bind.Draw(run.Random), pod.Class.Startup.SecondsIn(run.Settings.Mode));
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

        var running = from + Seconds.Of(seconds * pod.Class.Startup.PendingShare) + latencies.Kubelet.Draw(run.Random);
        run.At(running, EventKind.PodRunning, pod.Id);
        var ready = from + Seconds.Of(seconds) + latencies.Kubelet.Draw(run.Random);
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
        if (_pods[id] is { Stage: PodStage.Pending or PodStage.Running } pod && DownUntil(pod) <= run.Now)
        {
            pod.Stage = PodStage.Ready;
            run.Budgets.OnReadyChanged(pod, ready: true);
            run.Recorder.OnReadyChanged(pod, ready: true);
            run.Controllers.OnReady(pod);
        }
    }

    /// <summary>Until when the node of a pod is down after a reboot that killed it; zero when that never happened.</summary>
    public TimeSpan DownUntil(SimulatedPod pod) => _downUntil.GetValueOrDefault(pod);

    /// <summary>The containers of a pod that stays bound die; until a time nothing starts them again.</summary>
    public void LoseContainers(SimulatedPod pod, TimeSpan until)
    {
        _downUntil[pod] = until;
        if (pod.Stage == PodStage.Ready)
        {
            run.Budgets.OnReadyChanged(pod, ready: false);
            run.Recorder.OnReadyChanged(pod, ready: false);
        }

        (pod.Stage, pod.IsAvailable) = (PodStage.Running, false);
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
        End(pod, stage, graceSeconds);
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
        LetGoOfVolumes(pod);
        run.Scheduler.Wake();
    }

    /// <summary>Schedules the end of a pod that is being deleted.</summary>
    public void End(SimulatedPod pod, PodStage from, double graceSeconds)
    {
        if (graceSeconds > 0 && pod.Node >= 0 && from != PodStage.Finished && !run.Orchestrator.Answers(pod.Node))
        {
            pod.IsStuck = true;
            return;
        }

        if (from is PodStage.Unscheduled or PodStage.Finished)
        {
            EndAt(pod, run.Now);
            return;
        }

        if (DownUntil(pod) > run.Now)
        {
            EndAt(pod, DownUntil(pod));
            return;
        }

        // A crash-looping pod may have containers too; they are taken to stop as the class does.
        var seconds = from == PodStage.Pending && RunsNothing(pod) ? 0 : ExitSeconds(pod, graceSeconds);
        pod.UsesWholeGrace = graceSeconds > 0 && seconds >= graceSeconds;
        EndAt(pod, run.Now + Seconds.Of(seconds) + run.Settings.Latencies.Kubelet.Draw(run.Random));
    }

    /// <summary>Seconds from the deletion of a pod with running containers to the end of the last of them.</summary>
    public double ExitSeconds(SimulatedPod pod, double graceSeconds)
    {
        var draw = SeededRandom.Hash(run.Settings.Seed, pod.Class.Workload >= 0 ? run.Input.Workloads[pod.Class.Workload].ToString() : $"{pod.Id}");
        var exit = pod.Class.Shutdown.SecondsIn(run.Settings.Mode, draw);

        // At worst a hook of unknown length uses the grace up, after which the container still gets two seconds.
        var hook = run.Settings.Mode == DurationMode.Worst ? double.PositiveInfinity : 0;
        return Termination.Seconds(pod.Class.Spec, graceSeconds, _ => exit, hook);
    }

    // What runs of a pod that is still starting is hard to tell: nothing while its image is pulled, but an init container may use its
    // whole time. So it is taken to stop as its class does, unless its containers are seen to wait; at best, nothing runs.
    private bool RunsNothing(SimulatedPod pod) =>
        run.Settings.Mode == DurationMode.Best
        || (pod.Original is { ContainerStatuses: { IsEmpty: false } statuses } && statuses.All(status => status.WaitingReason is not null));

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

    private void LetGoOfVolumes(SimulatedPod pod)
    {
        if (pod.Node < 0 || pod.Class.ExclusiveClaims.Length == 0)
        {
            return;
        }

        var detached = run.Now + Seconds.Of(run.Settings.Volumes.SecondsIn(run.Settings.Mode));
        _detachedAt[pod.Node] = detached > _detachedAt[pod.Node] ? detached : _detachedAt[pod.Node];
        foreach (var claim in pod.Class.ExclusiveClaims)
        {
            _volumes[(pod.Class.Namespace, claim)] = (pod.Node, detached);
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
