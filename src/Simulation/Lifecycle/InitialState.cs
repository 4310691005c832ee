using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Durations;
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
            Terminate(run, pod, original.Metadata, capturedAt);
        }
        else if (pod.Stage is PodStage.Pending or PodStage.Running && !original.IsCrashing)
        {
            var seconds = pod.Class.Startup.SecondsIn(run.Settings.Mode);
            var age = capturedAt - (original.PodScheduled?.Since ?? capturedAt);
            if (double.IsFinite(seconds) && (pod.Stage == PodStage.Pending || age.TotalSeconds <= 2 * pod.Class.Startup.WorstSeconds))
            {
                run.At(Seconds.Of(seconds - age.TotalSeconds), EventKind.PodReady, pod.Id);
            }
        }
    }

    /// <summary>Where a pod of the snapshot is in its life.</summary>
    public static PodStage StageOf(Pod pod) => pod switch
    {
        { IsTerminating: true } => PodStage.Terminating,
        { IsFinished: true } => PodStage.Finished,
        { NodeName: null } => PodStage.Unscheduled,
        { IsReady: true } => PodStage.Ready,
        { Phase: PodPhase.Pending } => PodStage.Pending,
        _ => PodStage.Running,
    };

    // The deletion was asked for one grace period before its timestamp.
    private static void Terminate(SimulationRun run, SimulatedPod pod, ObjectMeta metadata, DateTimeOffset capturedAt)
    {
        var left = metadata.DeletionTimestamp!.Value - capturedAt;
        if (left < -StuckAfter || (pod.Node >= 0 && !run.Orchestrator.Answers(pod.Node)))
        {
            pod.IsStuck = true;
            return;
        }

        // A pod whose shutdown is not known and that is still there is not one of the quick ones.
        var grace = metadata.DeletionGracePeriodSeconds ?? pod.Class.GraceSeconds;
        var isUnknown = pod.Class.Shutdown.Seconds is null && run.Settings.Mode != DurationMode.Best;
        var exit = isUnknown ? grace : run.Kubelets.ExitSeconds(pod, grace);
        run.Pods.EndAt(pod, Seconds.Of(exit - grace + left.TotalSeconds));
    }
}
