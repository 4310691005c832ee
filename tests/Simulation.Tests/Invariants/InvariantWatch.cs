using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Tests.Invariants;

/// <summary>Looks at a run after each of its events, and says what can never be so.</summary>
/// <remarks>It counts for itself, from pods and snapshot, what the simulation keeps in indexes.</remarks>
internal sealed class InvariantWatch(SimulationRun run)
{
    // Longer than any controller takes to act; a Job's waits up to ten minutes after a failure.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan SoonForJob = TimeSpan.FromMinutes(10) + Soon;

    private static readonly TimeSpan LongestBudgetSync = TimeSpan.FromSeconds(1.5);

    private readonly List<SimulatedPod> _pods = [];
    private readonly Dictionary<int, PodStage> _before = [];
    private readonly Dictionary<int, TimeSpan> _lostAt = [];
    private readonly HashSet<int> _drained = [];
    private Dictionary<int, int>? _kept;
    private TimeSpan _now;

    /// <summary>What is wrong now.</summary>
    public IReadOnlyList<string> Look()
    {
        // A run lets go of pods that are gone; no pod is made and gone in one event.
        while (_pods.Count < run.Pods.Count)
        {
            _pods.Add(run.Pods.Find(_pods.Count)!);
        }

        var pods = _pods.ToArray();
        var controlled = pods.Where(pod => pod.Class.Controller >= 0).ToLookup(pod => pod.Class.Controller);
        _kept ??= controlled.ToDictionary(group => group.Key, Kept);
        string[] wrong =
        [
            .. run.Now < _now ? [$"time runs back to {run.Now}"] : Array.Empty<string>(),
            .. pods.Where(IsOnNode).GroupBy(pod => pod.Node).Where(IsOverfull).Select(node => $"{run.Input.Placement.NodeName(node.Key)} holds more than it has room for"),
            .. controlled.Where(HasTooMany).Select(group => $"{NameOf(group.Key)} has too many pods"),
            .. controlled.Where(HasLost).Select(group => $"{NameOf(group.Key)} has lost a pod"),
            .. run.Input.Budgets.Where((_, budget) => IsOverdrawn(budget, pods)).Select(budget => $"{budget.Budget.Reference} is overdrawn"),
            .. run.Drains.Where(drain => drain.Outcome == NodeOutcome.Drained && _drained.Add(drain.Number))
                .SelectMany(drain => run.Pods.On(drain.Node).Where(pod => !MayStay(drain, pod)))
                .Select(pod => $"{run.Input.Placement.NodeName(pod.Node)} is drained but holds {pod.NameIn(run.Input)}"),
        ];
        _now = run.Now;
        foreach (var pod in pods)
        {
            if (WasReady(pod) && pod.Stage != PodStage.Ready && !IsEvicted(pod))
            {
                _lostAt[pod.Id] = run.Now;
            }

            _before[pod.Id] = pod.Stage;
        }

        return wrong;
    }

    private string NameOf(int controller) => $"{run.Input.Controllers[controller].Reference}";

    // New nodes of a profile that replaces nodes are not in the snapshot.
    private bool IsOnNode(SimulatedPod pod) => pod.TakesRoom && pod.Node < run.Input.Placement.NodeCount;

    private bool IsOverfull(IGrouping<int, SimulatedPod> node)
    {
        var room = run.Input.Placement.Nodes[node.Key].Allocatable!;
        return node.Count() > room["pods"] || node.Sum(pod => pod.Class.Spec.Containers.Sum(container => container.Requests.CpuMilli)) > room.CpuMilli;
    }

    private bool HasTooMany(IGrouping<int, SimulatedPod> group) =>
        group.Count(pod => pod.IsActive) > run.Input.Controllers[group.Key].Desired
        || group.Where(pod => pod.Ordinal >= 0 && pod.Stage != PodStage.Gone).CountBy(pod => pod.Ordinal).Any(pair => pair.Value > 1);

    // A Job that has failed makes nothing more.
    private bool HasLost(IGrouping<int, SimulatedPod> group) => !run.Controllers.HasEnded(group.Key) && Kept(group) < _kept![group.Key] && !group.Any(pod => HasJustLeft(pod, run.Now - (run.Input.Controllers[group.Key].IsJob ? SoonForJob : Soon)));

    // An ordered StatefulSet may wait for one ordinal with the next; what is never made again may be lost.
    private int Kept(IGrouping<int, SimulatedPod> group) => run.Input.Controllers[group.Key].Policy switch
    {
        ReplacementPolicy.AtDeletion => group.Count(pod => pod.IsActive),
        ReplacementPolicy.AfterEndInParallel => group.Count(pod => pod.Stage is not (PodStage.Gone or PodStage.Finished)),
        _ => 0,
    };

    private static bool HasJustLeft(SimulatedPod pod, TimeSpan since) =>
        (pod.Stage is PodStage.Terminating or PodStage.Gone && pod.DeletedAt > since) || (pod.Stage == PodStage.Gone && pod.GoneAt > since);

    // Only evictions ask budgets: pods that are preempted, taken by force, left on a node that is taken away or of a Job that fails do not count.
    private bool IsOverdrawn(int budget, SimulatedPod[] pods)
    {
        var selected = pods.Where(pod => pod.Class.Budgets.Contains(budget)).ToArray();
        return selected.Any(pod => WasReady(pod) && IsEvicted(pod)) && selected.Count(pod => pod.Stage == PodStage.Ready || IsNotYetMissed(pod)) < run.Input.Budgets[budget].Desired;
    }

    private bool WasReady(SimulatedPod pod) => _before.GetValueOrDefault(pod.Id) == PodStage.Ready;

    private bool IsEvicted(SimulatedPod pod) => pod.Stage == PodStage.Terminating && IsBeingDrained(pod.Node)
        && run.Recorder.Forced?.Contains(pod) != true && !(pod.Class.Controller >= 0 && run.Controllers.HasEnded(pod.Class.Controller));

    // A pod that was lost otherwise counts until the disruption controller, which may be slow here, has looked again.
    private bool IsNotYetMissed(SimulatedPod pod) => _lostAt.TryGetValue(pod.Id, out var at) && at > run.Now - LongestBudgetSync;

    private bool IsBeingDrained(int node) => run.Drains.Any(drain => drain.Node == node && drain.Outcome is null);

    // What tolerates the cordon may come back after the client listed the pods.
    private bool MayStay(DrainClient drain, SimulatedPod pod) => drain is KarpenterDrain
        ? !KarpenterFilter.IsWaitedFor(run, pod)
        : (drain is AutoscalerDrain && pod.Stage == PodStage.Finished)
        || pod.Original is { IsDaemonSetPod: true }
        || (pod.Original is null && pod.BoundAt >= drain.StartedAt && pod.Class.Spec.Tolerations.Any(toleration => toleration is { Key: "", Exists: true }));
}
