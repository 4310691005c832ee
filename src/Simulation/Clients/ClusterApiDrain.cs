using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>Cluster API's drain: at each look it lists the node's pods anew, evicts them one after another, and is done when it finds none.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api:core/reconcilers/machine and its folder drain. Refusals, also those of overlapping budgets, are
/// tried again at the next look; after the timeout the drain is skipped.</remarks>
internal sealed class ClusterApiDrain(
    SimulationRun run, int number, int node, DrainSettings settings, ClusterApiSettings timing, ClusterApiFilter filter)
    : DrainClient(run, number, node)
{
    private const int Look = -1;

    // A look evicts for 10 s at most. The client to the workload cluster sends 20 requests a second, and 30 at once.
    private const double RequestsPerSecond = 20;
    private const int Burst = 30;
    private static readonly TimeSpan EvictionTime = TimeSpan.FromSeconds(10);

    // The grace that is sent for pods of a node that does not answer.
    private const double UnreachableGraceSeconds = 1;

    private const string WaitsForEnd = "is waited for until its object is gone (label cluster.x-k8s.io/drain: wait-completed)";

    private readonly TokenBucket _client = new(RequestsPerSecond, Burst);
    private readonly List<DrainTask> _tasks = [];
    private readonly Dictionary<SimulatedPod, int> _numbers = [];
    private readonly ReturnCounter _returns = new();
    private readonly Queue<SimulatedPod> _toEvict = [];
    private TimeSpan _evictUntil;

    // A request that waits uses up the time of the look.
    public override bool ObeysRetryAfter => false;

    private bool IsUnreachable { get; } = HasNoContact(run, node);

    /// <summary>Whether nothing is heard from a node any more (IsNodeUnreachable).</summary>
    public static bool HasNoContact(SimulationRun run, int node) =>
        run.Input.Placement.Nodes[node].Conditions.Any(condition => condition is { Type: "Ready", Status: "Unknown" });

    protected override void Begin()
    {
        Tasks = _tasks;
        Run.Orchestrator.Cordon(Node);
        if (settings.TimeoutSeconds > 0)
        {
            Run.After(Seconds.Of(settings.TimeoutSeconds), EventKind.DrainDeadline, Number);
        }

        Run.At(Run.Now, EventKind.ClientStep, Number, Look);
    }

    public override void OnStep(int task)
    {
        var left = Left();
        if (left.Length == 0)
        {
            Finish(NodeOutcome.Drained);
        }
        else if (settings.TimeoutSeconds > 0 && (Run.Now - StartedAt).TotalSeconds >= settings.TimeoutSeconds)
        {
            foreach (var pod in OfLowestOrder(left))
            {
                TaskOf(pod).HasTimedOut = true;
            }

            Finish(NodeOutcome.Blocked);
        }
        else
        {
            Evict(OfLowestOrder(left));
        }
    }

    public override void OnAnswer(int task, EvictionAnswer answer)
    {
        if (answer is EvictionAnswer.TooManyRequests or EvictionAnswer.SeveralBudgets or EvictionAnswer.NamespaceTerminating)
        {
            _tasks[task].Refuse(answer, Run.Now);
        }

        EvictNext();
    }

    // The timeout is noticed at the next look.
    public override void OnDeadline()
    {
    }

    // In the order in which they are evicted. On a node that does not answer, whatever is being deleted no longer counts.
    private SimulatedPod[] Left()
    {
        foreach (var task in _tasks.Where(task => task.Pod.Stage == PodStage.Gone))
        {
            task.Stage = DrainTaskStage.Done;
        }

        return ListOrder.Of(
            Run, Run.Pods.On(Node).Where(pod => filter.IsWaitedFor(pod) && !(IsUnreachable && pod.Stage == PodStage.Terminating) && !HasCompleted(pod)));
    }

    // At best, what is waited for is gone at once.
    private bool HasCompleted(SimulatedPod pod) => Run.Settings.Mode == Durations.DurationMode.Best && filter.WaitsForEndBecause(pod) is not null;

    // Pods of a higher order wait until those of a lower one are gone, whether these are evicted, waited for or shutting down.
    private SimulatedPod[] OfLowestOrder(SimulatedPod[] left)
    {
        var lowest = left.Min(filter.OrderOf);
        return [.. left.Where(pod => filter.OrderOf(pod) == lowest)];
    }

    private void Evict(SimulatedPod[] pods)
    {
        _evictUntil = Run.Now + EvictionTime;
        foreach (var pod in pods)
        {
            var task = TaskOf(pod);
            if (pod.Stage != PodStage.Terminating && task.WaitsBecause is null)
            {
                CountReturn(pod, task);
                _toEvict.Enqueue(pod);
            }
        }

        EvictNext();
    }

    private void EvictNext()
    {
        if (Run.Now < _evictUntil && _toEvict.TryDequeue(out var pod))
        {
            double? grace = IsUnreachable ? UnreachableGraceSeconds : settings.GracePeriodSeconds < 0 ? null : settings.GracePeriodSeconds;
            Run.Evictions.Submit(new(this, _numbers[pod], pod, grace), _client.Reserve(Run.Now));
        }
        else
        {
            _toEvict.Clear();
            Run.After(Seconds.Of(timing.ReconcileSeconds), EventKind.ClientStep, Number, Look);
        }
    }

    // Without a timeout, a pod that tolerates the cordon and comes back to the node keeps the drain going for ever.
    private void CountReturn(SimulatedPod pod, DrainTask task)
    {
        if (task.SentAt == Run.Now)
        {
            task.HasReturned = _returns.IsEndless(pod, StartedAt);
            if (task.HasReturned && settings.TimeoutSeconds <= 0)
            {
                Run.GiveUp();
            }
        }
    }

    private DrainTask TaskOf(SimulatedPod pod)
    {
        if (!_numbers.TryGetValue(pod, out var task))
        {
            _numbers[pod] = task = _tasks.Count;
            var because = filter.WaitsForEndBecause(pod);
            _tasks.Add(new(pod) { SentAt = Run.Now, WaitsBecause = because is null ? null : $"is waited for until its object is gone ({because})" });
        }

        return _tasks[task];
    }
}
