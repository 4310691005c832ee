using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Writes down what happens in a run.</summary>
internal sealed class RunRecorder(SimulationRun run)
{
    private const int SlowPodsPerNode = 5;

    private readonly WorkloadTally[] _workloads = new WorkloadTally[run.Input.Workloads.Length];
    private readonly int[] _evictions = new int[2 * run.Input.Placement.NodeCount];
    private readonly Dictionary<int, NodeResult> _nodes = [];
    private readonly Dictionary<int, List<Blocker>> _refusals = [];

    public void Start()
    {
        var ready = new int[_workloads.Length];
        for (var id = 0; id < run.Input.Pods.Length; id++)
        {
            var pod = run.Pods[id];
            if (pod.Class.Workload >= 0 && pod.Stage == PodStage.Ready)
            {
                ready[pod.Class.Workload]++;
            }
        }

        for (var workload = 0; workload < ready.Length; workload++)
        {
            _workloads[workload].Begin(ready[workload]);
        }
    }

    public void OnReadyChanged(SimulatedPod pod, bool ready)
    {
        if (pod.Class.Workload >= 0)
        {
            _workloads[pod.Class.Workload].Change(ready ? 1 : -1, run.Now);
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

    /// <summary>A pod refuses the drain of its whole node.</summary>
    public void OnRefused(int node, SimulatedPod pod, BlockReason reason)
    {
        if (!_refusals.TryGetValue(node, out var list))
        {
            _refusals[node] = list = [];
        }

        list.Add(BlockerFinder.ForRefusal(run, pod, reason));
    }

    /// <summary>The drain of a node, whose first attempt started at a time, is over.</summary>
    public void OnDrainFinished(DrainClient drain, TimeSpan startedAt) =>
        _nodes[drain.Node] = Describe(drain, drain.Outcome!.Value, startedAt, (run.Now - startedAt).TotalSeconds);

    public RunResult Finish()
    {
        foreach (var drain in run.Drains)
        {
            if (drain.Outcome is null)
            {
                _nodes[drain.Node] = Describe(drain, NodeOutcome.Blocked, drain.StartedAt, double.PositiveInfinity);
            }
        }

        for (var workload = 0; workload < _workloads.Length; workload++)
        {
            _workloads[workload].End(run.Now);
        }

        var nodes = run.Orchestrator.PlannedNodes.Select(node => _nodes.GetValueOrDefault(node)).ToArray();
        return new(run.IsStuck ? double.PositiveInfinity : run.Now.TotalSeconds, nodes, _workloads);
    }

    private NodeResult Describe(DrainClient drain, NodeOutcome outcome, TimeSpan startedAt, double seconds) => new(
        outcome,
        startedAt.TotalSeconds,
        seconds,
        _evictions[drain.Node],
        outcome == NodeOutcome.Drained ? [] : [.. _refusals.GetValueOrDefault(drain.Node) ?? [], .. BlockerFinder.Find(run, drain)],
        Slowest(drain));

    private IReadOnlyList<SlowPod> Slowest(DrainClient drain) =>
    [
        .. drain.Tasks
            .Where(task => task.Pod.Stage == PodStage.Gone && task.Pod.GoneAt > drain.StartedAt)
            .OrderByDescending(task => task.Pod.GoneAt).ThenBy(task => task.Pod.Id)
            .Take(SlowPodsPerNode)
            .Select(task => new SlowPod(task.Pod.NameIn(run.Input), (task.Pod.GoneAt - drain.StartedAt).TotalSeconds, Because(task))),
    ];

    // A second in the limiter's queue is more than any other delay before an eviction.
    private static string Because(DrainTask task) =>
        task.RefusedAt is not null ? "budget"
        : task.Pod.UsesWholeGrace ? "termination-grace"
        : task.Pod.DeletedAt - task.SentAt > TimeSpan.FromSeconds(1) ? "rate-limit"
        : "shutdown";
}
