using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>The containers of pods: started, Ready, killed, stopped.</summary>
internal sealed class Kubelets(SimulationRun run)
{
    private readonly Dictionary<SimulatedPod, TimeSpan> _downUntil = [];

    /// <summary>Lets a bound pod run and turn Ready, from a time on.</summary>
    public void Start(SimulatedPod pod, TimeSpan from)
    {
        var (latencies, seconds) = (run.Settings.Latencies, pod.Class.Startup.SecondsIn(run.Settings.Mode));
        if (!double.IsFinite(seconds))
        {
            // It never turns Ready.
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
        if (run.Pods.Find(id) is { Stage: PodStage.Pending } pod)
        {
            pod.Stage = PodStage.Running;
        }
    }

    public void OnReady(int id)
    {
        if (run.Pods.Find(id) is { Stage: PodStage.Pending or PodStage.Running } pod && DownUntil(pod) <= run.Now)
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

    /// <summary>Schedules the end of a pod that is being deleted.</summary>
    public void Stop(SimulatedPod pod, PodStage from, double graceSeconds)
    {
        if (graceSeconds > 0 && pod.Node >= 0 && from != PodStage.Finished && !run.Orchestrator.Answers(pod.Node))
        {
            pod.IsStuck = true;
            return;
        }

        if (from is PodStage.Unscheduled or PodStage.Finished)
        {
            run.Pods.EndAt(pod, run.Now);
            return;
        }

        if (DownUntil(pod) > run.Now)
        {
            run.Pods.EndAt(pod, DownUntil(pod));
            return;
        }

        // A crash-looping pod may have containers too; they are taken to stop as the class does.
        var seconds = from == PodStage.Pending && RunsNothing(pod) ? 0 : ExitSeconds(pod, graceSeconds);
        pod.UsesWholeGrace = graceSeconds > 0 && seconds >= graceSeconds;
        run.Pods.EndAt(pod, run.Now + Seconds.Of(seconds) + run.Settings.Latencies.Kubelet.Draw(run.Random));
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
}
