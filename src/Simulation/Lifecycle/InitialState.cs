using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>Takes a pod of the snapshot over into a run: what it is doing, and what it will do by itself.</summary>
internal static class InitialState
{
    // A deletion that is overdue by this much is not a slow one. Source: rule pod-stuck-terminating.
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(60);

    public static void Apply(SimulationRun run, SimulatedPod pod)
    {
        var original = pod.Original!;
        var capturedAt = run.Input.Snapshot.CapturedAt;
        pod.Stage = StageOf(original);
        if (pod.Stage == PodStage.Unscheduled)
        {
            run.Scheduler.Add(pod);
            return;
        }

        if (pod.Stage == PodStage.Terminating)
        {
            Terminate(run, pod, original.Metadata.DeletionTimestamp!.Value - capturedAt);
        }
        else if (pod.Stage is PodStage.Pending or PodStage.Running && !IsBroken(original))
        {
            var seconds = pod.Class.Startup.SecondsIn(run.Settings.Mode);
            var age = capturedAt - (original.PodScheduled?.Since ?? capturedAt);
            if (double.IsFinite(seconds) && (pod.Stage == PodStage.Pending || age.TotalSeconds <= 2 * pod.Class.Startup.WorstSeconds))
            {
                run.At(TimeSpan.FromSeconds(Math.Max(0, seconds - age.TotalSeconds)), EventKind.PodReady, pod.Id);
            }
        }
    }

    private static PodStage StageOf(Pod pod) => pod switch
    {
        { IsTerminating: true } => PodStage.Terminating,
        { IsFinished: true } => PodStage.Finished,
        { NodeName: null } => PodStage.Unscheduled,
        { IsReady: true } => PodStage.Ready,
        { Phase: PodPhase.Pending } => PodStage.Pending,
        _ => PodStage.Running,
    };

    private static bool IsBroken(Pod pod) =>
        pod.ContainerStatuses.Any(status => status.WaitingReason is "CrashLoopBackOff" or "ImagePullBackOff" or "ErrImagePull" or "CreateContainerConfigError");

    private static void Terminate(SimulationRun run, SimulatedPod pod, TimeSpan left)
    {
        if (left < -StuckAfter || pod.Class.IsHeldByFinalizer)
        {
            pod.IsStuck = true;
            return;
        }

        run.At(left > TimeSpan.Zero ? left : TimeSpan.Zero, EventKind.PodGone, pod.Id);
    }
}
