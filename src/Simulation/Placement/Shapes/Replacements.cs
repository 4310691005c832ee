using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Says what a controller creates in the place of a pod.</summary>
/// <remarks>
/// Admission fills in what a template leaves out (tolerations, priority, overhead, requests by default, merged label keys), so the pod's
/// own specification is the better witness of all but the requests: those go back to the template's after a resize in place.
/// </remarks>
internal sealed class Replacements(ClusterSnapshot snapshot)
{
    private static readonly string[] NodeLabelsOnPods = [NodeLabels.Zone, NodeLabels.Region];

    private readonly ConcurrentDictionary<(PodSpec Pod, PodSpec Template), PodSpec> _specs = new(new ByReference());

    /// <summary>The specification of the pod that replaces this one.</summary>
    public PodSpec SpecFor(Pod pod) =>
        TemplateOf(pod) is { } template
            ? _specs.GetOrAdd((pod.Spec, template.Spec), static key => WithRequestsOf(key.Pod, key.Template))
            : pod.Spec;

    /// <summary>The labels of the pod that replaces this one: without those that the API copied from the node at binding.</summary>
    public LabelSet LabelsFor(Pod pod)
    {
        var labels = pod.Metadata.Labels;
        if (!Array.Exists(NodeLabelsOnPods, labels.ContainsKey))
        {
            return labels;
        }

        var template = TemplateOf(pod)?.Labels ?? LabelSet.Empty;
        return LabelSet.Of(labels.Where(pair => !NodeLabelsOnPods.Contains(pair.Key) || template.ContainsKey(pair.Key)));
    }

    private PodTemplate? TemplateOf(Pod pod) =>
        pod.Metadata.Controller is { } owner
        && snapshot.InNamespace(pod.Metadata.Namespace).FindController(owner.Kind, owner.Name) is { Template: { Spec.Containers.Length: > 0 } template }
            ? template
            : null;

    private static PodSpec WithRequestsOf(PodSpec pod, PodSpec template)
    {
        var containers = pod.Containers.Select(c => WithRequestsOf(c, template.Containers)).ToImmutableArray();
        var inits = pod.InitContainers.Select(c => WithRequestsOf(c, template.InitContainers)).ToImmutableArray();
        return containers.AsSpan().SequenceEqual(pod.Containers.AsSpan()) && inits.AsSpan().SequenceEqual(pod.InitContainers.AsSpan())
            ? pod
            : pod with { Containers = containers, InitContainers = inits };
    }

    private static Container WithRequestsOf(Container container, ImmutableArray<Container> templates)
    {
        var written = templates.FirstOrDefault(c => c.Name == container.Name)?.Requests ?? ResourceAmounts.None;
        var merged = ResourceAmounts.Of(container.Requests.Pairs.Concat(written.Pairs));
        return merged.Equals(container.Requests) ? container : container with { Requests = merged };
    }

    private sealed class ByReference : IEqualityComparer<(PodSpec Pod, PodSpec Template)>
    {
        public bool Equals((PodSpec Pod, PodSpec Template) x, (PodSpec Pod, PodSpec Template) y) =>
            ReferenceEquals(x.Pod, y.Pod) && ReferenceEquals(x.Template, y.Template);

        public int GetHashCode((PodSpec Pod, PodSpec Template) obj) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Pod), RuntimeHelpers.GetHashCode(obj.Template));
    }
}
