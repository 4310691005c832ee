using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Resolves the namespaces of pod affinity terms, and remembers which could not be decided.</summary>
internal sealed class NamespaceLabels(ClusterSnapshot snapshot)
{
    // The API server puts this label on every namespace.
    private const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>The term as it applies to a pod of the given namespace.</summary>
    /// <param name="term">The term as written.</param>
    /// <param name="own">The namespace of the pod that carries the term.</param>
    /// <param name="unknown">Namespaces of which the snapshot does not tell whether the term means them.</param>
    public PodTerm Resolve(PodAffinityTerm term, string own, out ImmutableArray<string> unknown)
    {
        unknown = [];
        if (term.NamespaceSelector is not { } selector)
        {
            return new(term.TopologyKey, term.Selector, NamespaceScope.Of(term.Namespaces.IsEmpty ? [own] : term.Namespaces));
        }

        if (selector.IsEmpty)
        {
            return new(term.TopologyKey, term.Selector, NamespaceScope.All);
        }

        var undecided = ImmutableArray.CreateBuilder<string>();
        var names = term.Namespaces.ToList();
        foreach (var (name, contents) in snapshot.Namespaces)
        {
            if (contents.Object is null && !UsesNameOnly(selector))
            {
                undecided.Add(name);
            }
            else if (selector.Matches(Of(contents)))
            {
                names.Add(name);
            }
        }

        unknown = [.. undecided.Where(name => !term.Namespaces.Contains(name))];
        return new(term.TopologyKey, term.Selector, NamespaceScope.Of(names));
    }

    /// <summary>Whether a selector can be decided by the name of a namespace alone.</summary>
    public static bool UsesNameOnly(LabelSelector selector) =>
        selector.MatchLabels.Keys.All(key => key == NameLabel) && selector.MatchExpressions.All(e => e.Key == NameLabel);

    /// <summary>The labels of a namespace with that of its name; only the name where its object is not in the snapshot.</summary>
    public static LabelSet Of(NamespaceSnapshot contents) =>
        LabelSet.Of((contents.Object?.Metadata.Labels ?? LabelSet.Empty).Append(KeyValuePair.Create(NameLabel, contents.Name)));
}
