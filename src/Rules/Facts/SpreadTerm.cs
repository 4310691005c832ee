using System.Globalization;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>A spread constraint or an anti-affinity term of a pod template: what may keep its pods on different nodes.</summary>
internal sealed record SpreadTerm
{
    private const string Constraints = "spec.template.spec.topologySpreadConstraints[{0}]";
    private const string Required = "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[{0}]";
    private const string Preferred = "spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[{0}].podAffinityTerm";

    private readonly string _path;
    private readonly int _index;

    private SpreadTerm(string path, int index) => (_path, _index) = (path, index);

    /// <summary>Where it is written.</summary>
    public string Field => string.Format(CultureInfo.InvariantCulture, _path, _index);

    /// <summary>The node label that makes a domain.</summary>
    public required string TopologyKey { get; init; }

    /// <summary>Whether it filters; otherwise it only scores.</summary>
    public required bool IsHard { get; init; }

    /// <summary>Whether it is a topology spread constraint; otherwise a term of anti-affinity.</summary>
    public required bool IsConstraint { get; init; }

    /// <summary>The pods that it looks at; null looks at none.</summary>
    public required LabelSelector? Selector { get; init; }

    /// <summary>Whether it looks at the pods of the template itself.</summary>
    public required bool SelectsItself { get; init; }

    /// <summary>The constraints and anti-affinity terms of a template, in the order in which they are written.</summary>
    public static IReadOnlyList<SpreadTerm> Of(PodTemplate template, NamespaceSnapshot around)
    {
        var constraints = template.Spec.TopologySpreadConstraints;
        var required = template.Spec.Affinity?.RequiredPodAntiAffinity ?? [];
        var preferred = template.Spec.Affinity?.PreferredPodAntiAffinity ?? [];
        if (constraints.IsEmpty && required.IsEmpty && preferred.IsEmpty)
        {
            return [];
        }

        var terms = new SpreadTerm[constraints.Length + required.Length + preferred.Length];
        var next = 0;
        for (var i = 0; i < constraints.Length; i++)
        {
            terms[next++] = FromConstraint(constraints[i], i, template);
        }

        for (var i = 0; i < required.Length; i++)
        {
            terms[next++] = FromAffinity(required[i], i, isHard: true, template, around);
        }

        for (var i = 0; i < preferred.Length; i++)
        {
            terms[next++] = FromAffinity(preferred[i].Term, i, isHard: false, template, around);
        }

        return terms;
    }

    /// <summary>The terms that miss their own pods by mistake: every such constraint, and anti-affinity where nothing else spreads the pods.</summary>
    public static IReadOnlyList<SpreadTerm> Misdirected(IReadOnlyList<SpreadTerm> terms)
    {
        var missing = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            missing += terms[i].SelectsItself ? 0 : 1;
        }

        return missing == 0 ? [] : Misdirected(terms, somethingSpreads: missing < terms.Count);
    }

    private static IReadOnlyList<SpreadTerm> Misdirected(IReadOnlyList<SpreadTerm> terms, bool somethingSpreads) =>
        // Anti-affinity towards another application is common and meant; alone it does not spread anything, though.
        [.. terms.Where(term => !term.SelectsItself && (term.IsConstraint || !somethingSpreads))];

    private static SpreadTerm FromConstraint(TopologySpreadConstraint constraint, int index, PodTemplate template) => new(Constraints, index)
    {
        TopologyKey = constraint.TopologyKey,
        IsHard = constraint.IsHard,
        IsConstraint = true,
        Selector = constraint.Selector,
        SelectsItself = constraint.Selector?.Matches(template.Labels) == true,
    };

    private static SpreadTerm FromAffinity(PodAffinityTerm term, int index, bool isHard, PodTemplate template, NamespaceSnapshot around) => new(isHard ? Required : Preferred, index)
    {
        TopologyKey = term.TopologyKey,
        IsHard = isHard,
        IsConstraint = false,
        Selector = term.Selector,
        SelectsItself = term.Selector?.Matches(template.Labels) == true && IncludesOwnNamespace(term, around),
    };

    private static bool IncludesOwnNamespace(PodAffinityTerm term, NamespaceSnapshot around)
    {
        if (term.NamespaceSelector is null)
        {
            return term.Namespaces.IsEmpty || term.Namespaces.Contains(around.Name, StringComparer.Ordinal);
        }

        // Labels of a namespace that was not read are unknown; the term gets the benefit of the doubt.
        return term.Namespaces.Contains(around.Name, StringComparer.Ordinal) || around.Object is null
            || term.NamespaceSelector.Matches(around.Object.Metadata.Labels);
    }
}
