using System.Collections.Immutable;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Placement.Preempting;

namespace RiskAnalyzer.Simulation.Tests.Placement.Naive;

/// <summary>Looks for the node where a pod would fit if pods of lower priority went away.</summary>
/// <remarks>
/// Source: kubernetes/kubernetes:pkg/scheduler/framework/preemption/preemption.go and plugins/defaultpreemption/default_preemption.go
/// </remarks>
internal sealed class NaivePreemption(NaiveScheduler state, PodShape shape, Func<int, IReadOnlyList<RunningPod>> podsOn, Func<int, int> allowedBy)
{
    private const int MinimumCandidates = 100;
    private const int CandidatePercent = 10;

    /// <summary>The best candidate; null when preemption does not help.</summary>
    /// <param name="potential">Nodes on which removing pods may help, in order.</param>
    /// <param name="tieSeed">Draws where the search starts.</param>
    public Preemption? Find(IReadOnlyList<int> potential, ulong tieSeed)
    {
        var wanted = Math.Min(potential.Count, Math.Max(MinimumCandidates, potential.Count * CandidatePercent / 100));
        var offset = potential.Count == 0 ? 0 : (int)(TieBreak.Lot(tieSeed, (ulong)potential.Count) % (ulong)potential.Count);
        Preemption? best = null;
        var (found, clean) = (0, 0);
        for (var i = 0; i < potential.Count && (clean == 0 || found < wanted); i++)
        {
            if (Try(potential[(offset + i) % potential.Count]) is { } candidate)
            {
                found++;
                clean += candidate.BudgetViolations == 0 ? 1 : 0;
                best = best is null || PreemptionOrder.IsBetter(candidate, best) ? candidate : best;
            }
        }

        return best;
    }

    private Preemption? Try(int node)
    {
        RunningPod[] lower = [.. podsOn(node).Where(pod => pod.Shape.Priority < shape.Priority).Order(PreemptionOrder.MostImportantFirst)];
        foreach (var pod in lower)
        {
            state.Remove(pod.Shape, node, pod.IsTerminating);
        }

        var removed = new List<RunningPod>(lower);
        Preemption? result = null;
        if (lower.Length > 0 && state.Fits(shape, node))
        {
            var (violating, others) = SplitByBudgets(lower);
            var violations = violating.Count(pod => !Reprieve(pod, node, removed));
            foreach (var pod in others)
            {
                Reprieve(pod, node, removed);
            }

            result = new(node, [.. removed.Order(PreemptionOrder.MostImportantFirst)], violations);
        }

        foreach (var pod in removed)
        {
            PutBack(pod, node);
        }

        return result;
    }

    // Puts a pod back if the preemptor fits beside it.
    private bool Reprieve(RunningPod pod, int node, List<RunningPod> removed)
    {
        PutBack(pod, node);
        if (state.Fits(shape, node))
        {
            removed.Remove(pod);
            return true;
        }

        state.Remove(pod.Shape, node, pod.IsTerminating);
        return false;
    }

    private void PutBack(RunningPod pod, int node)
    {
        state.Bind(pod.Shape, node);
        if (pod.IsTerminating)
        {
            state.MarkTerminating(pod.Shape, node);
        }
    }

    private (List<RunningPod> Violating, List<RunningPod> Others) SplitByBudgets(RunningPod[] pods)
    {
        var left = new Dictionary<int, int>();
        var (violating, others) = (new List<RunningPod>(), new List<RunningPod>());
        foreach (var pod in pods)
        {
            var violates = false;
            foreach (var budget in pod.Budgets.IsDefault ? [] : pod.Budgets)
            {
                left[budget] = left.GetValueOrDefault(budget, allowedBy(budget)) - 1;
                violates |= left[budget] < 0;
            }

            (violates ? violating : others).Add(pod);
        }

        return (violating, others);
    }
}
