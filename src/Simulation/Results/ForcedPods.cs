using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Writes down the pods that are taken by force in a run.</summary>
internal sealed class ForcedPods(SimulationRun run)
{
    private readonly Dictionary<int, List<ForcedPod>> _onNode = [];
    private readonly HashSet<SimulatedPod> _pods = [];

    /// <summary>Those of one node, by namespace and name.</summary>
    public IReadOnlyList<ForcedPod> On(int node) =>
        _onNode.TryGetValue(node, out var pods) ? [.. pods.OrderBy(pod => pod.Pod, StringComparer.Ordinal)] : [];

    /// <summary>Whether a pod is one of them.</summary>
    public bool Contains(SimulatedPod pod) => _pods.Contains(pod);

    /// <summary>A pod is about to be deleted without asking its budgets; that counts where one of them forbids it.</summary>
    public void OnDeletion(SimulatedPod pod)
    {
        if (run.Budgets.Forbidding(pod) is not null)
        {
            OnTaken(pod, ForceKind.DeletedDespiteBudget);
        }
    }

    /// <summary>A pod is about to be taken by force, whatever its budgets say.</summary>
    public void OnTaken(SimulatedPod pod, ForceKind how)
    {
        if (!_onNode.TryGetValue(pod.Node, out var pods))
        {
            _onNode[pod.Node] = pods = [];
        }

        _ = _pods.Add(pod);
        pods.Add(new(
            pod.NameIn(run.Input),
            pod.Class.Workload < 0 ? null : run.Input.Workloads[pod.Class.Workload].ToString(),
            how,
            run.Budgets.Forbidding(pod) is { } budget ? run.Budgets.Info(budget).Budget.Reference.ToString() : null));
    }
}
