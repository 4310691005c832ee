using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Writes down what happens in a run.</summary>
internal sealed class RunRecorder(SimulationRun run)
{
    // Each looks at every node; a cluster in which more workloads find no room has one cause.
    private const int MaxExplanations = 50;

    private readonly WorkloadTally[] _workloads = new WorkloadTally[run.Input.Workloads.Length];
    private readonly int[] _ready = new int[run.Input.Workloads.Length];
    private readonly TimeSpan?[] _downSince = new TimeSpan?[run.Input.Workloads.Length];
    private readonly int[] _evictions = new int[2 * run.Input.Placement.NodeCount];
    private readonly NodeResult[] _nodes = [.. Enumerable.Repeat(NodeResult.NotReached, run.Input.Placement.NodeCount)];
    private readonly Dictionary<int, WorkloadNotes> _notes = [];
    private readonly DetailRecorder? _details = run.Settings.IsDetailed ? new(run) : null;
    private TimeSpan _endedAt;
    private int _down;
    private int _explanations;

    /// <summary>Whether some workload has no Ready pod although it had one.</summary>
    public bool IsAnythingDown => _down > 0;

    public void Start(IReadOnlyList<SimulatedPod> pods)
    {
        foreach (var pod in pods)
        {
            if (pod.Class.Workload >= 0 && pod.Stage == PodStage.Ready)
            {
                _ready[pod.Class.Workload]++;
            }
        }

        for (var workload = 0; workload < _ready.Length; workload++)
        {
            _workloads[workload].Begin(_ready[workload]);
        }
    }

    public void OnReadyChanged(SimulatedPod pod, bool ready)
    {
        if (pod.Class.Workload is not (>= 0 and var workload))
        {
            return;
        }

        _ready[workload] += ready ? 1 : -1;
        _workloads[workload].Note(_ready[workload]);
        if (_ready[workload] == 0)
        {
            _down += _downSince[workload] is null ? 1 : 0;
            _downSince[workload] ??= run.Now;
        }
        else
        {
            EndDowntime(workload, run.Now);
        }
    }

    public void OnEvicted(SimulatedPod pod)
    {
        if (pod.Node >= 0)
        {
            _evictions[pod.Node]++;
        }

        if (pod.Class.Workload >= 0)
        {
            _workloads[pod.Class.Workload].Evictions++;
        }
    }

    /// <summary>The scheduler found no node for a replacement when it first looked at it.</summary>
    public void OnUnplaced(SimulatedPod pod)
    {
        if (pod.Class.Workload >= 0)
        {
            var notes = NotesOf(pod.Class.Workload);
            notes.Pending++;
            if (notes.Pending == 1 && _explanations++ < MaxExplanations)
            {
                notes.PendingBecause = run.Scheduler.WhyPending(pod);
            }
        }
    }

    /// <summary>A replacement that had found no node at first was placed, or the run ended before.</summary>
    public void OnWaited(SimulatedPod pod, TimeSpan since, bool isPlaced)
    {
        if (pod.Class.Workload >= 0)
        {
            var notes = NotesOf(pod.Class.Workload);
            notes.PendingSeconds = Math.Max(notes.PendingSeconds, (run.Now - since).TotalSeconds);
            notes.IsPendingAtEnd |= !isPlaced;
        }
    }

    /// <summary>A replacement was placed on a cordoned node.</summary>
    public void OnReturned(SimulatedPod pod)
    {
        if (pod.Class.Workload >= 0)
        {
            NotesOf(pod.Class.Workload).Returns++;
        }
    }

    /// <summary>A pod is deleted to make room for another.</summary>
    public void OnPreempted(SimulatedPod victim, SimulatedPod @for)
    {
        if (@for.Class.Workload >= 0)
        {
            var victims = NotesOf(@for.Class.Workload).Victims ??= [];
            victims[victim.Class.Workload] = victims.GetValueOrDefault(victim.Class.Workload) + 1;
        }
    }

    /// <summary>A Job has failed with a pod, once too often.</summary>
    public void OnJobFailed(SimulatedPod pod, ControllerState job)
    {
        if (pod.Class.Workload >= 0)
        {
            NotesOf(pod.Class.Workload).JobFailure ??= JobFailure.InWords(run.Input.Workloads[pod.Class.Workload], job);
        }
    }

    /// <summary>A pod refuses the drain of its whole node.</summary>
    public void OnRefused(int node, SimulatedPod pod, BlockReason reason) => _details?.OnRefused(node, pod, reason);

    /// <summary>The drain of a node, whose first attempt started at a time, is over.</summary>
    public void OnDrainFinished(DrainClient drain, TimeSpan startedAt)
    {
        var seconds = (run.Now - startedAt).TotalSeconds;
        _nodes[drain.Node] = ResultOf(drain, drain.Outcome!.Value, startedAt, seconds);
        _details?.OnDrainFinished(drain, startedAt);
    }

    /// <summary>The pods that are taken by force; null where no details are written down.</summary>
    public ForcedPods? Forced => _details?.Forced;

    /// <summary>A pod is about to be deleted without asking its budgets.</summary>
    public void OnDeletedUnasked(SimulatedPod pod) => _details?.Forced.OnDeletion(pod);

    /// <summary>A pod is about to be taken by force, whatever its budgets say.</summary>
    public void OnTaken(SimulatedPod pod, ForceKind how) => _details?.Forced.OnTaken(pod, how);

    /// <summary>The orchestrator goes on with a node although its drain failed.</summary>
    public void OnForced(int node) => _nodes[node] = _nodes[node] with { IsForced = true };

    /// <summary>The work on a node was cut off, as its drain took too much of the time for both.</summary>
    /// <param name="node">The node, by number.</param>
    /// <param name="last">The pod that left it last; null when it was empty.</param>
    /// <param name="limitSeconds">The time for both.</param>
    public void OnWorkCutOff(int node, SimulatedPod? last, double limitSeconds)
    {
        _nodes[node] = _nodes[node] with { Outcome = NodeOutcome.Blocked };
        _details?.OnWorkCutOff(node, last, limitSeconds);
    }

    /// <summary>The work on a node is over, and it takes pods again if it ever will.</summary>
    public void OnNodeDone(int node)
    {
        if (_nodes[node].Outcome == NodeOutcome.Drained || _nodes[node].IsForced)
        {
            _nodes[node] = _nodes[node] with { DoneSeconds = run.Now.TotalSeconds };
        }
    }

    /// <summary>The orchestrator takes a node as it is, without a drain.</summary>
    public void OnSkipped(int node) => _nodes[node] = new(NodeOutcome.Drained, 0, run.Now.TotalSeconds, 0);

    /// <summary>The last node's work is over, or the run is stuck; what takes longer counts for its workload only.</summary>
    public void OnMaintenanceOver() => _endedAt = run.Now;

    /// <summary>Sums up.</summary>
    /// <param name="again">Makes the run again for its details, where they are not written down.</param>
    public RunResult Finish(Func<RunDetails> again)
    {
        foreach (var drain in run.Drains.Where(drain => drain.Outcome is null))
        {
            _nodes[drain.Node] = ResultOf(drain, NodeOutcome.Blocked, drain.StartedAt, double.PositiveInfinity);
            _details?.OnDrainUnfinished(drain);
        }

        for (var workload = 0; workload < _workloads.Length; workload++)
        {
            EndDowntime(workload, _endedAt);
        }

        foreach (var waiting in run.Scheduler.Waiting)
        {
            if (waiting.UnplacedSince is { } since)
            {
                OnWaited(waiting.Pod, since, isPlaced: false);
            }
        }

        return new(_details is null ? again : Kept(_details.Details))
        {
            TotalSeconds = run.IsStuck ? double.PositiveInfinity : _endedAt.TotalSeconds,
            Nodes = [.. run.Orchestrator.PlannedNodes.Select(node => _nodes[node])],
            Workloads = _workloads,
            Notes = _notes,
        };
    }

    // Holds on to nothing else of the run.
    private static Func<RunDetails> Kept(RunDetails details) => () => details;

    private void EndDowntime(int workload, TimeSpan end)
    {
        if (_downSince[workload] is { } since)
        {
            _workloads[workload].AddDowntime(end > since ? end - since : TimeSpan.Zero);
            _downSince[workload] = null;
            _down--;
        }
    }

    private NodeResult ResultOf(DrainClient drain, NodeOutcome outcome, TimeSpan startedAt, double seconds) =>
        new(outcome, _evictions[drain.Node], startedAt.TotalSeconds, seconds);

    private WorkloadNotes NotesOf(int workload)
    {
        if (!_notes.TryGetValue(workload, out var notes))
        {
            _notes[workload] = notes = new();
        }

        return notes;
    }
}
