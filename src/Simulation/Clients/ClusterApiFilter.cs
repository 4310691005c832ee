using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Placement.Shapes;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>What Cluster API does with a pod of a machine that is drained: its label goes before the rules of the management cluster, of which
/// the first by name decides.</summary>
/// <remarks>Source: kubernetes-sigs/cluster-api:core/reconcilers/machine/drain/filters.go (daemonSetFilter, mirrorPodFilter,
/// drainLabelFilter, machineDrainRulesFilter).</remarks>
internal sealed class ClusterApiFilter(SimulationRun run, ClusterApiSettings settings)
{
    private const string Key = "cluster.x-k8s.io/drain";

    private readonly DrainRule[] _rules = [.. settings.DrainRules.OrderBy(rule => rule.Name, StringComparer.Ordinal)];
    private readonly Dictionary<PodClass, ClusterApiVerdict> _verdicts = [];

    /// <summary>Whether the machine waits for the pod to leave: not for a mirror, one whose label or rule says so, or one of a DaemonSet that
    /// is there and has not finished. A DaemonSet of another API group is never there, as it is looked for among those of apps.</summary>
    public bool IsWaitedFor(SimulatedPod pod) =>
        pod.Original is not { IsMirror: true } && !IsOfDaemonSet(pod) && VerdictOn(pod).Behavior != DrainBehavior.Skip;

    /// <summary>Why the pod is not evicted but waited for until its object is gone, whatever its phase; null when it is evicted.</summary>
    public string? WaitsForEndBecause(SimulatedPod pod) => VerdictOn(pod) is { Behavior: DrainBehavior.WaitCompleted } verdict ? verdict.Because : null;

    /// <summary>When it is evicted: only once all that are waited for and have a lower order are gone.</summary>
    public int OrderOf(SimulatedPod pod) => VerdictOn(pod).Order;

    private ClusterApiVerdict VerdictOn(SimulatedPod pod)
    {
        if (!_verdicts.TryGetValue(pod.Class, out var verdict))
        {
            _verdicts[pod.Class] = verdict = ByLabel(pod.Class) ?? ByRule(pod.Class) ?? ClusterApiVerdict.Default;
        }

        return verdict;
    }

    private bool IsOfDaemonSet(SimulatedPod pod) =>
        pod is { Stage: not PodStage.Finished, Original.Metadata.Controller: { Kind: "DaemonSet" } owner }
        && (run.Input.Snapshot.InNamespace(pod.Class.Namespace).FindController(owner.Kind, owner.Name) is not null
            || (owner.Group == "apps" && !run.Input.Snapshot.Knows(ResourceKinds.DaemonSets)));

    // Case does not matter, nor one dash; other values are as none.
    private static ClusterApiVerdict? ByLabel(PodClass item) => item.Labels.Find(Key)?.ToUpperInvariant() switch
    {
        "SKIP" => new(DrainBehavior.Skip, 0, $"label {Key}: skip"),
        "WAIT-COMPLETED" or "WAITCOMPLETED" => new(DrainBehavior.WaitCompleted, 0, $"label {Key}: wait-completed"),
        _ => null,
    };

    private ClusterApiVerdict? ByRule(PodClass item)
    {
        if (_rules.Length == 0)
        {
            return null;
        }

        var @namespace = NamespaceLabels.Of(run.Input.Snapshot.InNamespace(item.Namespace));
        return Array.Find(_rules, rule => rule.Pods.Matches(item.Labels) && rule.Namespaces.Matches(@namespace)) is { } rule
            ? new(rule.Behavior, rule.Behavior == DrainBehavior.Drain ? rule.Order : 0, $"drain rule {rule.Name}")
            : null;
    }
}
