using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>Cluster API's drain: every 20 s it lists the node's pods anew, evicts what it can, and is done when it finds none.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api:internal/controllers/machine (drainRetryInterval). Refusals, also those of overlapping
/// budgets, are tried again; after the timeout the drain is skipped and the machine deleted with whatever is left on it.</remarks>
internal sealed class ClusterApiDrain(SimulationRun run, int number, int node, DrainSettings settings) : DrainClient(run, number, node)
{
    private const int Reconcile = -1;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);
    private const string SkipLabel = "cluster.x-k8s.io/drain";

    private readonly List<DrainTask> _tasks = [];
    private readonly Dictionary<SimulatedPod, int> _numbers = [];

    protected override void Begin()
    {
        Tasks = _tasks;
        Run.Orchestrator.Cordon(Node);
        Run.At(Run.Now, EventKind.ClientStep, Number, Reconcile);
    }

    public override void OnStep(int task)
    {
        if (task != Reconcile)
        {
            return;
        }

        var left = Run.Pods.On(Node).Where(IsDrained).ToArray();
        if (left.Length == 0)
        {
            Finish(NodeOutcome.Drained);
        }
        else if (settings.TimeoutSeconds > 0 && (Run.Now - StartedAt).TotalSeconds >= settings.TimeoutSeconds)
        {
            foreach (var pod in left)
            {
                TaskOf(pod).HasTimedOut = true;
            }

            Finish(NodeOutcome.Blocked);
        }
        else
        {
            double? grace = settings.GracePeriodSeconds < 0 ? null : settings.GracePeriodSeconds;
            foreach (var pod in left.Where(pod => pod.Stage != PodStage.Terminating))
            {
                _ = TaskOf(pod);
                Run.Evictions.Submit(new(this, _numbers[pod], pod, grace), Run.Now);
            }

            Run.After(Interval, EventKind.ClientStep, Number, Reconcile);
        }
    }

    public override void OnAnswer(int task, EvictionAnswer answer)
    {
        if (answer is EvictionAnswer.TooManyRequests or EvictionAnswer.SeveralBudgets or EvictionAnswer.NamespaceTerminating)
        {
            _tasks[task].RefusedAt ??= Run.Now;
        }
    }

    public override void OnDeadline()
    {
    }

    private static bool IsDrained(SimulatedPod pod) =>
        pod.Original is not ({ IsDaemonSetPod: true } or { IsMirror: true })
        && !string.Equals(pod.Original?.Metadata.Labels.Find(SkipLabel), "skip", StringComparison.OrdinalIgnoreCase);

    private DrainTask TaskOf(SimulatedPod pod)
    {
        if (!_numbers.TryGetValue(pod, out var task))
        {
            _numbers[pod] = task = _tasks.Count;
            _tasks.Add(new(pod) { SentAt = Run.Now });
        }

        return _tasks[task];
    }
}
