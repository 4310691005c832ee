using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>A term of pod affinity or anti-affinity with its namespaces resolved.</summary>
internal sealed record PodTerm(string TopologyKey, LabelSelector? Selector, NamespaceScope Namespaces)
{
    /// <summary>Whether a pod with these labels in this namespace is meant.</summary>
    public bool Matches(string @namespace, LabelSet labels) =>
        Selector is not null && Namespaces.Includes(@namespace) && Selector.Matches(labels);
}
