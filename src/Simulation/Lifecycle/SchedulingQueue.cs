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
    private readonly SortedSet<WaitingPod> _waiting = new(Comparer<WaitingPod>.Create(Compare));
    private readonly Dictionary<SimulatedPod, WaitingPod> _entries = [];
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
    public IReadOnlyCollection<WaitingPod> Waiting => _waiting;

    public void Add(SimulatedPod pod)
    {
        var entry = new WaitingPod(pod, _sequence++);
        _entries.Add(pod, entry);
        _ = _waiting.Add(entry);
        Wake();
    }

    public void Drop(SimulatedPod pod)
    {
        if (_entries.Remove(pod, out var entry))
        {
            Drop(entry);
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
        foreach (var entry in _waiting.ToArray())
        {
            var tie = SeededRandom.Mix(_run.Settings.Seed ^ ((ulong)entry.Pod.Id << 20));
            var node = PlaceBesideItsReservation(entry, tie);
            if (node >= 0)
            {
                Bind(entry, node);
                bound = true;
            }
            else
            {
                NoteUnplaced(entry);
                if (entry.Nominated < 0)
                {
                    Preempt(entry, tie);
                }
            }
        }

        // A pod that others must be near, or that makes room under a spread, may let one pass that was looked at before.
        if (bound)
        {
            Wake();
        }
    }

    private void Bind(WaitingPod entry, int node)
    {
        _ = _entries.Remove(entry.Pod);
        Drop(entry);
        if (entry.UnplacedSince is { } since)
        {
            _run.Recorder.OnWaited(entry.Pod, since, isPlaced: true);
        }

        _run.Pods.Bind(entry.Pod, node);
    }

    private void Drop(WaitingPod entry)
    {
        _ = _waiting.Remove(entry);
        if (entry.Nominated >= 0)
        {
            State.Denominate(entry.Pod.Shape, entry.Nominated);
            entry.Nominated = -1;
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

    private void NoteUnplaced(WaitingPod entry)
    {
        if (entry is { UnplacedSince: null, Pod.Original: null })
        {
            entry.UnplacedSince = _run.Now;
            _run.Recorder.OnUnplaced(entry.Pod);
        }
    }

    // The room that is reserved for a pod is not in its own way.
    private int PlaceBesideItsReservation(WaitingPod entry, ulong tie)
    {
        var shape = entry.Pod.Shape;
        if (entry.Nominated < 0)
        {
            return State.Place(shape, tie, BiasFor(tie)).Node;
        }

        State.Denominate(shape, entry.Nominated);
        var node = State.Place(shape, tie, BiasFor(tie)).Node;
        State.Nominate(shape, entry.Nominated);
        return node;
    }

    // Victims get their own grace, and their budgets are not asked.
    private void Preempt(WaitingPod entry, ulong tie)
    {
        if (State.FindPreemption(entry.Pod.Shape, tie, RunningOn, _run.Budgets.Allowed) is { } preemption)
        {
            entry.Nominated = preemption.Node;
            State.Nominate(entry.Pod.Shape, preemption.Node);
            foreach (var victim in preemption.Victims.Select(victim => _run.Pods.Find(victim.Id)).OfType<SimulatedPod>())
            {
                _run.Recorder.OnPreempted(victim, entry.Pod);
                _run.Pods.Delete(victim, victim.Class.GraceSeconds);
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

    private static int Compare(WaitingPod? left, WaitingPod? right)
    {
        var order = (right!.Pod.Class.Spec.Priority ?? 0).CompareTo(left!.Pod.Class.Spec.Priority ?? 0);
        return order != 0 ? order : left.Sequence.CompareTo(right.Sequence);
    }
}
