using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>The controllers that make replacements.</summary>
internal sealed class ReplicaControllers(SimulationRun run)
{
    private readonly ControllerState[] _states = [.. run.Input.Controllers.Select(info => new ControllerState(info))];

    public void Start(IReadOnlyList<SimulatedPod> pods)
    {
        foreach (var pod in pods)
        {
            // The object of a StatefulSet's finished pod keeps its ordinal.
            if (pod.Class.Controller >= 0 && (pod.Stage != PodStage.Finished || pod.Ordinal >= 0))
            {
                _states[pod.Class.Controller].Add(pod);
                AwaitAvailable(pod, _states[pod.Class.Controller]);
            }
        }

        for (var controller = 0; controller < _states.Length; controller++)
        {
            _states[controller].NoteRollout();
            if (_states[controller].Info.EndsAfterSeconds is { } seconds)
            {
                run.At(Seconds.Of(seconds), EventKind.ControllerEnd, controller);
            }
        }
    }

    private void AwaitAvailable(SimulatedPod pod, ControllerState state)
    {
        if (pod.Stage != PodStage.Ready || state.Info.Policy != ReplacementPolicy.AfterEndInOrder)
        {
            return;
        }

        var ready = run.Input.Snapshot.CapturedAt - (pod.Original!.Ready?.Since ?? DateTimeOffset.MinValue);
        var wait = Seconds.Of(state.Info.MinReadySeconds);
        if (ready >= wait)
        {
            pod.IsAvailable = true;
        }
        else
        {
            run.After(wait - ready, EventKind.PodAvailable, pod.Id);
        }
    }

    /// <summary>A pod's deletion began.</summary>
    public void OnDeleted(SimulatedPod pod)
    {
        if (StateOf(pod) is { Info.Policy: ReplacementPolicy.AtDeletion } state && state.Retire(pod) && !pod.Class.IsNamespaceTerminating)
        {
            Replace(pod, state);
        }
    }

    /// <summary>A pod's object is gone.</summary>
    public void OnGone(SimulatedPod pod)
    {
        if (StateOf(pod) is { Info.Policy: ReplacementPolicy.AfterEndInOrder or ReplacementPolicy.AfterEndInParallel } state
            && state.Retire(pod) && !pod.Class.IsNamespaceTerminating)
        {
            Replace(pod, state);
        }
    }

    /// <summary>A pod turned Ready, which lets an ordered StatefulSet go on after its minReadySeconds.</summary>
    public void OnReady(SimulatedPod pod)
    {
        if (StateOf(pod) is { Info.Policy: ReplacementPolicy.AfterEndInOrder } state)
        {
            // The seconds count from the condition's time, which carries whole seconds only.
            var wait = Seconds.Of(state.Info.MinReadySeconds);
            run.After(wait - Min(wait, run.SinceFullSecond), EventKind.PodAvailable, pod.Id);
        }
    }

    public void OnAvailable(int id)
    {
        if (run.Pods.Find(id) is { Stage: PodStage.Ready } pod)
        {
            pod.IsAvailable = true;
            Wake(pod.Class.Controller);
        }
    }

    /// <summary>A Job's deadline has come, or it has failed too often: its controller deletes what runs and makes nothing more.</summary>
    public void OnEnd(int controller)
    {
        foreach (var pod in _states[controller].End())
        {
            run.Pods.Delete(pod, pod.Class.GraceSeconds);
        }
    }

    /// <summary>Whether a controller makes no more pods, whatever becomes of those it has.</summary>
    public bool HasEnded(int controller) => _states[controller].HasEnded;

    public void Sync(int controller)
    {
        var state = _states[controller];
        if (run.Now < state.HeldUntil)
        {
            return;
        }

        while (state.NextToCreate() is var (@class, ordinal))
        {
            state.Add(run.Pods.Create(@class, ordinal));
        }
    }

    private void Replace(SimulatedPod pod, ControllerState state)
    {
        if (state.Info.IsJob)
        {
            Fail(pod, state);
        }
        else
        {
            Wake(pod.Class.Controller);
        }
    }

    // A Job's controller looks again when its wait is over, unless that was one failure too many.
    private void Fail(SimulatedPod pod, ControllerState state)
    {
        state.Fail(run.Now - run.SinceFullSecond);
        var sync = run.Settings.Latencies.ControllerSync.Draw(run.Random);
        if (state.IsPastLimit)
        {
            run.Recorder.OnJobFailed(pod, state);
            run.After(sync, EventKind.ControllerEnd, pod.Class.Controller);
        }
        else
        {
            run.At(state.HeldUntil + sync, EventKind.ControllerSync, pod.Class.Controller);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private void Wake(int controller) =>
        run.After(run.Settings.Latencies.ControllerSync.Draw(run.Random), EventKind.ControllerSync, controller);

    private ControllerState? StateOf(SimulatedPod pod) => pod.Class.Controller < 0 ? null : _states[pod.Class.Controller];
}
