using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Writes down why each node of a run took as long as it did.</summary>
internal sealed class DetailRecorder(SimulationRun run)
{
    private const int SlowPodsPerNode = 5;

    private readonly Dictionary<int, NodeDetails> _nodes = [];
    private readonly Dictionary<int, List<Blocker>> _refusals = [];
    private readonly Dictionary<int, double> _critical = [];
    private readonly Dictionary<int, BudgetWait> _budgets = [];

    /// <summary>What was written down.</summary>
    public RunDetails Details => new()
    {
        Nodes = _nodes.ToDictionary(pair => pair.Key, pair => pair.Value with { Forced = Forced.On(pair.Key) }),
        CriticalSeconds = _critical,
        Budgets = _budgets,
    };

    /// <summary>The pods that are taken by force.</summary>
    public ForcedPods Forced { get; } = new(run);

    /// <summary>A pod refuses the drain of its whole node.</summary>
    public void OnRefused(int node, SimulatedPod pod, BlockReason reason)
    {
        if (!_refusals.TryGetValue(node, out var list))
        {
            _refusals[node] = list = [];
        }

        // Each attempt is refused anew.
        var blocker = BlockerFinder.ForRefusal(run, pod, reason);
        if (!list.Contains(blocker))
        {
            list.Add(blocker);
        }
    }

    /// <summary>The drain of a node, whose first attempt started at a time, is over.</summary>
    public void OnDrainFinished(DrainClient drain, TimeSpan startedAt)
    {
        Describe(drain, drain.Outcome!.Value, startedAt);
        var seconds = (run.Now - startedAt).TotalSeconds;
        foreach (var workload in DrainReview.Critical(drain))
        {
            _critical[workload] = _critical.GetValueOrDefault(workload) + seconds;
        }
    }

    /// <summary>The work on a node was cut off after its drain.</summary>
    public void OnWorkCutOff(int node, SimulatedPod? last, double limitSeconds)
    {
        if (last is not null)
        {
            _nodes[node] = _nodes[node] with { Blockers = [BlockerFinder.ForCutOff(run, last, limitSeconds)] };
        }
    }

    /// <summary>The run ends before the drain of a node.</summary>
    public void OnDrainUnfinished(DrainClient drain) => Describe(drain, NodeOutcome.Blocked, drain.StartedAt);

    private void Describe(DrainClient drain, NodeOutcome outcome, TimeSpan startedAt)
    {
        DrainReview.NoteBudgets(drain, WaitOf);
        _nodes[drain.Node] = new(
            outcome == NodeOutcome.Drained ? [] : [.. _refusals.GetValueOrDefault(drain.Node) ?? [], .. BlockerFinder.Find(run, drain)],
            [.. Slowest(drain, startedAt)]);
    }

    private IEnumerable<SlowPod> Slowest(DrainClient drain, TimeSpan startedAt) =>
        drain.Tasks
            .Where(task => task.Pod.Stage == PodStage.Gone && task.Pod.GoneAt > startedAt)
            .OrderByDescending(task => task.Pod.GoneAt).ThenBy(task => task.Pod.Id)
            .Take(SlowPodsPerNode)
            .Select(task => new SlowPod(
                task.Pod.NameIn(run.Input), Math.Floor((task.Pod.GoneAt - startedAt).TotalMilliseconds) / 1000,
                IsTakenAtLast(drain, task, startedAt) ? "force" : Because(task)));

    // In vain at first, by this drain or an earlier attempt.
    private bool IsTakenAtLast(DrainClient drain, DrainTask task, TimeSpan startedAt) =>
        Forced.Contains(task.Pod) && (startedAt < drain.StartedAt || task.RefusedAt is not null);

    // A second in the limiter's queue is more than any other delay before an eviction.
    private static string Because(DrainTask task) =>
        task.RefusedAt is not null ? "budget"
        : task.Pod.UsesWholeGrace ? "termination-grace"
        : task.Pod.DeletedAt - task.SentAt > TimeSpan.FromSeconds(1) ? "rate-limit"
        : "shutdown";

    private BudgetWait WaitOf(int budget)
    {
        if (!_budgets.TryGetValue(budget, out var wait))
        {
            _budgets[budget] = wait = new();
        }

        return wait;
    }
}
