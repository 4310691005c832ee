using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Changes to the pods of one workload.</summary>
internal static class PodChange
{
    /// <summary>Shortens the grace of its pods.</summary>
    public static Candidate Grace(Workload workload, double from, int to) => new()
    {
        Rule = "long-termination-grace",
        Object = workload.Reference.ToString(),
        Change = "grace",
        Message = _ => $"terminationGracePeriodSeconds from {from} to {to}",
        Apply = scenario => scenario with { Snapshot = Shortened(scenario.Snapshot, workload, to) },
    };

    /// <summary>Takes the finalizers off a pod.</summary>
    public static Candidate WithoutFinalizers(string pod, Pod found) => new()
    {
        Rule = "finalizer-on-pod",
        Object = pod,
        Change = "finalizers",
        Message = _ => $"have the owner of {string.Join(", ", found.Metadata.Finalizers)} remove it, or take it out of the template",
        Apply = scenario => scenario with { Snapshot = Released(scenario.Snapshot, found) },
    };

    private static ClusterSnapshot Shortened(ClusterSnapshot snapshot, Workload workload, int seconds)
    {
        var contents = snapshot.InNamespace(workload.Metadata.Namespace);
        var pods = ObjectName.Of(workload).FindWorkload(snapshot) is { } top ? contents.PodsOf(top).ToHashSet<Pod>(ReferenceEqualityComparer.Instance) : [];
        var specs = new Dictionary<PodSpec, PodSpec>(ReferenceEqualityComparer.Instance);
        return snapshot.WithPods(contents.Name, pod => pods.Contains(pod) && pod.Spec.TerminationGracePeriodSeconds > seconds ? pod with { Spec = Short(pod.Spec) } : pod);

        PodSpec Short(PodSpec spec)
        {
            if (!specs.TryGetValue(spec, out var @short))
            {
                specs[spec] = @short = spec with { TerminationGracePeriodSeconds = seconds };
            }

            return @short;
        }
    }

    private static ClusterSnapshot Released(ClusterSnapshot snapshot, Pod pod)
    {
        // All pods of its owner carry the same finalizer, and so would the next replacement.
        var owner = pod.Metadata.Controller;
        return snapshot.WithPods(pod.Metadata.Namespace, other =>
            other.Metadata.Name == pod.Metadata.Name || (owner is not null && other.Metadata.Controller == owner)
                ? other with { Metadata = other.Metadata with { Finalizers = [] } } : other);
    }
}
