using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>The cluster-autoscaler's drain: every pod is evicted within a limit, and only when all are, their end is waited for, up to another limit.</summary>
/// <remarks>Source: kubernetes/autoscaler:cluster-autoscaler/core/scaledown/actuation/drain.go (initiateEviction, evictPod, waitPodsToDisappear,
/// DefaultEvictionRetryTime, DefaultPodEvictionHeadroom). Any refusal is tried again. Pods of DaemonSets are evicted as well as that goes.</remarks>
internal sealed class AutoscalerDrain(SimulationRun run, int number, int node, MaintenancePlan plan) : DrainClient(run, number, node)
{
    private const int PollStep = -1;

    // The client sends 5 requests a second, and 10 at once (--kube-client-qps, --kube-client-burst).
    private const double RequestsPerSecond = 5;
    private const int Burst = 10;

    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Headroom = TimeSpan.FromSeconds(30);

    private readonly TokenBucket _client = new(RequestsPerSecond, Burst);
    private TimeSpan _until;
    private int _open;

    protected override void Begin()
    {
        var refused = false;
        foreach (var pod in Run.Pods.On(Node))
        {
            if (AutoscalerFilter.Refusal(pod, plan.Drain, plan.ClusterAutoscaler) is { } reason)
            {
                refused = true;
                Run.Recorder.OnRefused(Node, pod, reason);
            }
        }

        if (refused)
        {
            Finish(NodeOutcome.Refused);
            return;
        }

        Run.Orchestrator.Cordon(Node);
        Tasks = [.. ListOrder.Of(Run, Run.Pods.On(Node).Where(AutoscalerFilter.IsEvicted)).Select(pod => new DrainTask(pod) { SentAt = Run.Now })];
        _open = Tasks.Count;
        _until = Run.Now + Seconds.Of(plan.ClusterAutoscaler.MaxPodEvictionSeconds);
        Run.At(_until, EventKind.DrainDeadline, Number);
        for (var task = 0; task < Tasks.Count; task++)
        {
            Run.At(Run.Now, EventKind.ClientStep, Number, task);
        }

        if (_open == 0)
        {
            AwaitEnd();
        }
    }

    public override void OnStep(int task)
    {
        if (Outcome is not null)
        {
            return;
        }

        if (task == PollStep)
        {
            Poll();
        }
        else if (Tasks[task].Stage == DrainTaskStage.Sleeping && Run.Now >= _until)
        {
            Tasks[task].HasTimedOut = true;
            Close(Tasks[task]);
        }
        else
        {
            var item = Tasks[task];
            item.Stage = DrainTaskStage.Answering;
            Run.Evictions.Submit(new(this, task, item.Pod, DrainLimits.GraceOf(plan, item.Pod.Class.GraceSeconds)), _client.Reserve(Run.Now));
        }
    }

    public override void OnAnswer(int task, EvictionAnswer answer)
    {
        var item = Tasks[task];
        if (answer is EvictionAnswer.Accepted or EvictionAnswer.NotFound)
        {
            Close(item);
        }
        else
        {
            item.Refuse(answer, Run.Now);
            item.Stage = DrainTaskStage.Sleeping;
            Run.After(RetryEvery, EventKind.ClientStep, Number, task);
        }
    }

    // Each try looks at the time itself; the event only says that it matters.
    public override void OnDeadline()
    {
    }

    private void Close(DrainTask task)
    {
        task.Stage = DrainTaskStage.Done;
        if (--_open > 0)
        {
            return;
        }

        if (Tasks.Any(each => each.HasTimedOut && Counts(each)))
        {
            Finish(NodeOutcome.Blocked);
        }
        else
        {
            AwaitEnd();
        }
    }

    private void AwaitEnd()
    {
        _until = Run.Now + Seconds.Of(plan.ClusterAutoscaler.MaxGracefulTerminationSeconds) + Headroom;
        Run.At(_until, EventKind.DrainDeadline, Number);
        Run.At(Run.Now, EventKind.ClientStep, Number, PollStep);
    }

    private void Poll()
    {
        var left = Tasks.Where(task => Counts(task) && task.Pod.Stage != PodStage.Gone).ToArray();
        if (left.Length == 0)
        {
            Finish(NodeOutcome.Drained);
        }
        else if (Run.Now >= _until)
        {
            foreach (var task in left)
            {
                task.HasTimedOut = true;
            }

            Finish(NodeOutcome.Blocked);
        }
        else
        {
            Run.After(PollEvery, EventKind.ClientStep, Number, PollStep);
        }
    }

    private static bool Counts(DrainTask task) => task.Pod.Original is not { IsDaemonSetPod: true };
}
