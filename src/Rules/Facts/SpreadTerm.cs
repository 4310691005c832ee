using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>A spread constraint or an anti-affinity term of a pod template: what may keep its pods on different nodes.</summary>
internal sealed record SpreadTerm
{
    /// <summary>The node label that tells nodes apart.</summary>
    public const string Hostname = "kubernetes.io/hostname";

    /// <summary>The node label that tells zones apart.</summary>
    public const string Zone = "topology.kubernetes.io/zone";

    private const string Affinity = "spec.template.spec.affinity.podAntiAffinity.";

    /// <summary>Where it is written.</summary>
    public required string Field { get; init; }

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
        var terms = new SpreadTerm[constraints.Length + required.Length + preferred.Length];
        var next = 0;
        for (var i = 0; i < constraints.Length; i++)
        {
            terms[next++] = FromConstraint(constraints[i], i, template);
        }

        for (var i = 0; i < required.Length; i++)
        {
            terms[next++] = FromAffinity(required[i], $"{Affinity}requiredDuringSchedulingIgnoredDuringExecution[{i}]", isHard: true, template, around);
        }

        for (var i = 0; i < preferred.Length; i++)
        {
            var field = $"{Affinity}preferredDuringSchedulingIgnoredDuringExecution[{i}].podAffinityTerm";
            terms[next++] = FromAffinity(preferred[i].Term, field, isHard: false, template, around);
        }

        return terms;
    }

    /// <summary>The terms that miss their own pods by mistake: every such constraint, and anti-affinity where nothing else spreads the pods.</summary>
    public static IReadOnlyList<SpreadTerm> Misdirected(IReadOnlyList<SpreadTerm> terms)
    {
        if (terms.All(term => term.SelectsItself))
        {
            return [];
        }

        // Anti-affinity towards another application is common and meant; alone it does not spread anything, though.
        var somethingSpreads = terms.Any(term => term.SelectsItself);
        return [.. terms.Where(term => !term.SelectsItself && (term.IsConstraint || !somethingSpreads))];
    }

    private static SpreadTerm FromConstraint(TopologySpreadConstraint constraint, int index, PodTemplate template) => new()
    {
        Field = $"spec.template.spec.topologySpreadConstraints[{index}]",
        TopologyKey = constraint.TopologyKey,
        IsHard = constraint.IsHard,
        IsConstraint = true,
        Selector = constraint.Selector,
        SelectsItself = constraint.Selector?.Matches(template.Labels) == true,
    };

    private static SpreadTerm FromAffinity(PodAffinityTerm term, string field, bool isHard, PodTemplate template, NamespaceSnapshot around) => new()
    {
        Field = field,
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
