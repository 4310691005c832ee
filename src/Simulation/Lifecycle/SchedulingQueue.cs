using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>The pods that wait for a node: by priority, then by the time they came, tried again whenever something changed.</summary>
internal sealed class SchedulingQueue
{
    // The first minor version whose scheduler does not draw among equal nodes.
    private const int OrderedTiesSince = 36;

    private readonly SimulationRun _run;
    private readonly PlacementBias? _firstInOrder;
    private readonly SortedSet<SimulatedPod> _waiting = new(Comparer<SimulatedPod>.Create(Compare));
    private long _sequence;
    private bool _isAwake;

    public SchedulingQueue(SimulationRun run)
    {
        _run = run;
        State = SchedulerState.WithPods(run.Input.Placement);
        _firstInOrder = run.Input.Placement.KubernetesMinor < OrderedTiesSince ? null : FirstInOrder(run.Input.Placement.NodeCount);
    }

    /// <summary>The scheduler's picture of the nodes.</summary>
    public SchedulerState State { get; }

    /// <summary>Pods that wait.</summary>
    public IReadOnlyCollection<SimulatedPod> Waiting => _waiting;

    public void Add(SimulatedPod pod)
    {
        pod.QueuedAs = _sequence++;
        _waiting.Add(pod);
        Wake();
    }

    public void Drop(SimulatedPod pod)
    {
        _ = _waiting.Remove(pod);
        if (pod.Nominated >= 0)
        {
            State.Denominate(pod.Shape, pod.Nominated);
            pod.Nominated = -1;
        }
    }

    /// <summary>Lets the scheduler look at the waiting pods again, once for all changes of an instant.</summary>
    public void Wake()
    {
        if (!_isAwake && _waiting.Count > 0)
        {
            _isAwake = true;
            _run.After(_run.Settings.Latencies.Schedule.Draw(_run.Random), EventKind.Schedule, 0);
        }
    }

    /// <summary>Why a pod fits nowhere now, in words.</summary>
    public string WhyPending(SimulatedPod pod) => string.Join("; ", State.Explain(pod.Shape));

    public void ScheduleAll()
    {
        _isAwake = false;
        var bound = false;
        foreach (var pod in _waiting.ToArray())
        {
            var tie = SeededRandom.Mix(_run.Settings.Seed ^ ((ulong)pod.Id << 20));
            var node = PlaceBesideItsReservation(pod, tie);
            if (node >= 0)
            {
                Drop(pod);
                _run.Pods.Bind(pod, node);
                bound = true;
            }
            else
            {
                NoteUnplaced(pod);
                if (pod.Nominated < 0)
                {
                    Preempt(pod, tie);
                }
            }
        }

        // A pod that others must be near, or that makes room under a spread, may let one pass that was looked at before.
        if (bound)
        {
            Wake();
        }
    }

    // Nodes are filtered in their order by several workers, and since 1.36 the first of equals wins; which one is first is then mostly, but
    // not always, the order's choice. In recorded drains it won 70 % of the ties, as it does when every second one is drawn.
    // Source: kubernetes/kubernetes:pkg/scheduler/schedule_one.go (findNodesThatPassFilters, newSortedNodeScores).
    private PlacementBias? BiasFor(ulong tie) => _run.Orchestrator.Bias ?? ((tie & 1) == 0 ? _firstInOrder : null);

    private static PlacementBias FirstInOrder(int nodes)
    {
        var bias = new PlacementBias(nodes);
        for (var i = 0; i < nodes; i++)
        {
            bias[i] = nodes - i;
        }

        return bias;
    }

    private void NoteUnplaced(SimulatedPod pod)
    {
        if (pod is { UnplacedSince: null, Original: null })
        {
            pod.UnplacedSince = _run.Now;
            _run.Recorder.OnUnplaced(pod);
        }
    }

    // The room that is reserved for a pod is not in its own way.
    private int PlaceBesideItsReservation(SimulatedPod pod, ulong tie)
    {
        if (pod.Nominated < 0)
        {
            return State.Place(pod.Shape, tie, BiasFor(tie)).Node;
        }

        State.Denominate(pod.Shape, pod.Nominated);
        var node = State.Place(pod.Shape, tie, BiasFor(tie)).Node;
        State.Nominate(pod.Shape, pod.Nominated);
        return node;
    }

    // Victims get their own grace, and their budgets are not asked.
    private void Preempt(SimulatedPod pod, ulong tie)
    {
        if (State.FindPreemption(pod.Shape, tie, RunningOn, _run.Budgets.Allowed) is { } preemption)
        {
            pod.Nominated = preemption.Node;
            State.Nominate(pod.Shape, preemption.Node);
            foreach (var victim in preemption.Victims)
            {
                var target = _run.Pods[victim.Id];
                _run.Recorder.OnPreempted(target, pod);
                _run.Pods.Delete(target, target.Class.GraceSeconds);
            }
        }
    }

    private IReadOnlyList<RunningPod> RunningOn(int node) =>
    [
        .. _run.Pods.On(node).Where(pod => pod.TakesRoom).Select(pod => new RunningPod
        {
            Id = pod.Id,
            Shape = pod.Shape,
            IsTerminating = pod.Stage == PodStage.Terminating,
            StartSeconds = StartOf(pod),
            Budgets = [.. pod.Class.Budgets],
        }),
    ];

    // Pods of the snapshot started before the run, at times below zero.
    private double StartOf(SimulatedPod pod) =>
        pod.Original?.StartedAt is { } started ? (started - _run.Input.Snapshot.CapturedAt).TotalSeconds : pod.BoundAt.TotalSeconds;

    private static int Compare(SimulatedPod? left, SimulatedPod? right)
    {
        var order = (right!.Class.Spec.Priority ?? 0).CompareTo(left!.Class.Spec.Priority ?? 0);
        return order != 0 ? order : left.QueuedAs.CompareTo(right.QueuedAs);
    }
}
