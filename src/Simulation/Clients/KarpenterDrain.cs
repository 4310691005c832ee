using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>Karpenter's drain: tier by tier, each pod tried again with growing pauses whatever the refusal, and by force when the node's time is
/// nearly over.</summary>
/// <remarks>Source: kubernetes-sigs/karpenter:pkg/controllers/node/termination (controller.go: a look every second, at least 5 s) and its folder
/// terminator (terminator.go: Drain, DeleteExpiringPods; eviction.go: evictionQueueBaseDelay, evictionQueueMaxDelay).</remarks>
internal sealed class KarpenterDrain(SimulationRun run, int number, int node, DrainSettings settings, KarpenterSettings karpenter)
    : DrainClient(run, number, node)
{
    private const int LookStep = -1;

    // The client sends 200 requests a second, and 300 at once (pkg/operator/options/options.go).
    private const double RequestsPerSecond = 200;
    private const int Burst = 300;

    private const double FirstPauseSeconds = 0.1;
    private const double LongestPauseSeconds = 10;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(5);

    // Where nothing can happen before, looks are left out.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(LongestPauseSeconds);

    private readonly TokenBucket _client = new(RequestsPerSecond, Burst);
    private readonly List<DrainTask> _tasks = [];
    private readonly Dictionary<SimulatedPod, int> _numbers = [];
    private readonly Dictionary<int, (int Refusals, TimeSpan NextAt)> _sleeping = [];
    private readonly HashSet<int> _forced = [];
    private TimeSpan? _deadline;

    protected override void Begin()
    {
        Tasks = _tasks;
        Run.Orchestrator.Cordon(Node);
        if (karpenter.TerminationGracePeriodSeconds is { } seconds)
        {
            _deadline = Run.Now + Seconds.Of(seconds);
            Run.At(_deadline.Value, EventKind.DrainDeadline, Number);
        }

        Run.At(Run.Now, EventKind.ClientStep, Number, LookStep);
    }

    public override void OnStep(int task)
    {
        if (Outcome is not null)
        {
            return;
        }

        if (task == LookStep)
        {
            Look();
        }
        else
        {
            Evict(task);
        }
    }

    public override void OnAnswer(int task, EvictionAnswer answer)
    {
        if (Outcome is not null)
        {
            return;
        }

        var item = _tasks[task];
        if (answer is EvictionAnswer.Accepted or EvictionAnswer.NotFound)
        {
            item.Stage = DrainTaskStage.Polling;
            return;
        }

        item.Refuse(answer, Run.Now);
        item.Stage = DrainTaskStage.Sleeping;
        var refusals = _sleeping.GetValueOrDefault(task).Refusals;
        var pause = Seconds.Of(Math.Min(LongestPauseSeconds, FirstPauseSeconds * Math.Pow(2, refusals)));
        _sleeping[task] = (refusals + 1, Run.Now + pause);
        Run.After(pause, EventKind.ClientStep, Number, task);
    }

    // Looks come by themselves; the event only says that the time matters.
    public override void OnDeadline()
    {
    }

    private void Look()
    {
        foreach (var task in _tasks.Where(task => task.Pod.Stage == PodStage.Gone))
        {
            task.Stage = DrainTaskStage.Done;
        }

        var waiting = ListOrder.Of(Run, Run.Pods.On(Node).Where(pod => KarpenterFilter.IsWaitedFor(Run, pod)));
        if (waiting.Length == 0 && Run.Now - StartedAt >= LeastTime)
        {
            Finish(NodeOutcome.Drained);
            return;
        }

        foreach (var pod in waiting.Where(pod => pod.Stage != PodStage.Terminating && Run.Now >= ForcedAt(pod)))
        {
            Force(pod);
        }

        var first = waiting.Select(KarpenterFilter.Tier).DefaultIfEmpty().Min();
        SimulatedPod[] tier = [.. waiting.Where(pod => KarpenterFilter.Tier(pod) == first)];
        foreach (var pod in tier)
        {
            Enqueue(pod);
        }

        Run.At(NextLook(waiting, tier), EventKind.ClientStep, Number, LookStep);
    }

    private TimeSpan ForcedAt(SimulatedPod pod) => _deadline is { } deadline ? deadline - Seconds.Of(pod.Class.GraceSeconds) : TimeSpan.MaxValue;

    private void Force(SimulatedPod pod)
    {
        var index = NumberOf(pod);
        if (!_forced.Add(index))
        {
            return;
        }

        if (IsProtected(pod) && Run.Budgets.Forbidding(pod) is null)
        {
            Run.Recorder.OnTaken(pod, ForceKind.DeletedDespiteAnnotation);
        }

        _tasks[index].Stage = DrainTaskStage.Answering;
        var grace = Math.Max(1, Math.Floor((_deadline!.Value - Run.Now).TotalSeconds));
        Run.Evictions.Submit(new(this, index, pod, grace) { IsDeletion = true }, _client.Reserve(Run.Now));
    }

    private void Enqueue(SimulatedPod pod)
    {
        var index = NumberOf(pod);
        var task = _tasks[index];
        if (pod.Stage == PodStage.Terminating)
        {
            if (task.PollingSince is null)
            {
                // One that never ends is given up later.
                task.PollingSince = Run.Now;
                task.Stage = DrainTaskStage.Polling;
                Run.At(KarpenterFilter.LeftAt(Run, pod), EventKind.DrainDeadline, Number);
            }
        }
        else if (KarpenterFilter.ProtectedUntil(Run, pod) is { } until && until > Run.Now)
        {
            if (task.WaitsBecause is null && until < TimeSpan.MaxValue)
            {
                Run.At(until, EventKind.DrainDeadline, Number);
            }

            task.WaitsBecause ??= $"is waited for (annotation {KarpenterFilter.DoNotDisrupt})";
        }
        else if (task.Stage == DrainTaskStage.Evicting)
        {
            (task.WaitsBecause, task.Stage, task.SentAt) = (null, DrainTaskStage.Answering, Run.Now);
            Run.At(Run.Now, EventKind.ClientStep, Number, index);
        }
    }

    private void Evict(int index)
    {
        var pod = _tasks[index].Pod;
        if (pod.Stage is PodStage.Terminating or PodStage.Gone or PodStage.Finished)
        {
            _tasks[index].Stage = DrainTaskStage.Polling;
            return;
        }

        _tasks[index].Stage = DrainTaskStage.Answering;
        double? grace = settings.GracePeriodSeconds < 0 ? null : settings.GracePeriodSeconds;
        Run.Evictions.Submit(new(this, index, pod, grace), _client.Reserve(Run.Now));
    }

    // While all that is left to do is to wait for the next attempt, a look would find nothing.
    private TimeSpan NextLook(SimulatedPod[] waiting, SimulatedPod[] tier)
    {
        var soon = Run.Now + LookEvery;
        if (waiting.Length == 0 || !tier.All(pod => pod.Stage != PodStage.Terminating && (IsProtected(pod) || _tasks[NumberOf(pod)].Stage == DrainTaskStage.Sleeping)))
        {
            return soon;
        }

        var next = tier.Where(pod => !IsProtected(pod)).Select(pod => _sleeping[NumberOf(pod)].NextAt)
            .Concat(tier.Where(IsProtected).Select(pod => KarpenterFilter.ProtectedUntil(Run, pod)!.Value))
            .Concat(waiting.Select(ForcedAt))
            .Append(Run.Now + LongestSilence).Min();
        var looks = Math.Ceiling((next - StartedAt) / LookEvery);
        var aligned = StartedAt + (LookEvery * looks);
        return aligned > soon ? aligned : soon;
    }

    private bool IsProtected(SimulatedPod pod) => KarpenterFilter.ProtectedUntil(Run, pod) > Run.Now;

    private int NumberOf(SimulatedPod pod)
    {
        if (!_numbers.TryGetValue(pod, out var index))
        {
            _numbers[pod] = index = _tasks.Count;
            _tasks.Add(new(pod) { SentAt = Run.Now });
        }

        return index;
    }
}
