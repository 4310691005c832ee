using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>Finds the exemption of each finding in one evaluation, and keeps count of what every exemption covered.</summary>
internal sealed class ExemptionLedger(ClusterSnapshot cluster, Policy policy)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(cluster.CapturedAt.UtcDateTime);
    private Dictionary<(ObjectReference Carrier, string Field, string Rule), int>? _covered;

    /// <summary>The exemption of a finding: the nearest annotation that holds, else the first of the policy; null when the finding counts.</summary>
    public AppliedExemption? Find(string rule, IResource subject)
    {
        AppliedExemption? applied = null;
        foreach (var place in AnnotationPlace.For(subject, cluster))
        {
            foreach (var annotation in ExemptionAnnotation.Read(place.Annotations).Where(each => each.Rules.Contains(rule, StringComparer.Ordinal)))
            {
                Count(place.Carrier.Reference, FieldOf(place, annotation.Key), rule);
                applied ??= annotation.HasEnded(_today)
                    ? null
                    : new($"annotation {annotation.Key} on {place.Carrier.Reference}", annotation.Reason, null, annotation.LastDay);
            }
        }

        foreach (var exemption in policy.ExemptionsByRule[rule].Where(each => each.Covers(subject)))
        {
            Count(policy.Reference, exemption.Field, rule);
            applied ??= _today > exemption.Until ? null : new($"policy {policy.Name}", exemption.Reason, exemption.Owner, exemption.Until);
        }

        return applied;
    }

    /// <summary>Takes over the counts of another ledger, which was asked about other rules.</summary>
    public void Add(ExemptionLedger other) => _covered = new((_covered ?? []).Concat(other._covered ?? []));

    /// <summary>Whether an object has annotations at all. Almost none has one that is read, so the usual object costs no more than this.</summary>
    public static bool MayCarryAny(IResource carrier) =>
        carrier.Metadata.Annotations.Count > 0 || carrier is Workload { Template.Annotations.Count: > 0 };

    /// <summary>Every exemption that annotations declare, with what it covered.</summary>
    /// <param name="catalog">The rules that exist.</param>
    /// <param name="carriers">The objects whose annotations are looked at.</param>
    /// <param name="useUnknown">Why nothing can be said about the use of an exemption from a rule on an object; null when it can.</param>
    public IReadOnlyList<DeclaredExemption> DeclaredByAnnotations(RuleCatalog catalog, IEnumerable<IResource> carriers, Func<string, IResource, string?> useUnknown)
    {
        var result = new List<DeclaredExemption>();
        foreach (var carrier in carriers)
        {
            if (MayCarryAny(carrier))
            {
                result.AddRange(AnnotationPlace.On(carrier).SelectMany(place => DeclaredBy(place, catalog, useUnknown)));
            }
        }

        return result;
    }

    /// <summary>Every exemption of the policy, with what it covered.</summary>
    public IEnumerable<DeclaredExemption> DeclaredByPolicy(Func<string, IResource, string?> useUnknown) =>
        policy.Exemptions.Select(exemption => DeclaredBy(exemption, useUnknown));

    private static string FieldOf(AnnotationPlace place, string key) => $"{place.Path}.{key}";

    private static string? MistakeIn(string name, RuleCatalog catalog) => catalog.Find(name) switch
    {
        null => $"names '{name}', which is no rule{Nearest.Hint(name, catalog.Rules.Select(rule => rule.Descriptor.Name))}",
        ExemptionRule => $"names {name}, which is about exemptions and takes none",
        _ => null,
    };

    private void Count(ObjectReference carrier, string field, string rule) =>
        (_covered ??= [])[(carrier, field, rule)] = Covered(carrier, field, rule) + 1;

    private int Covered(ObjectReference carrier, string field, string rule) => _covered?.GetValueOrDefault((carrier, field, rule)) ?? 0;

    private IEnumerable<DeclaredExemption> DeclaredBy(AnnotationPlace place, RuleCatalog catalog, Func<string, IResource, string?> useUnknown)
    {
        // The platform's own annotation is older than this product and says nothing about a single rule of it, so its use is not judged.
        foreach (var annotation in ExemptionAnnotation.Read(place.Annotations).Where(each => each.Key == KnownAnnotations.Ignore))
        {
            foreach (var rule in annotation.Rules)
            {
                yield return new()
                {
                    ApiVersion = place.Carrier.ApiVersion,
                    Kind = place.Carrier.Kind,
                    Metadata = place.Carrier.Metadata,
                    Rule = rule,
                    Field = FieldOf(place, KnownAnnotations.Ignore),
                    UntilField = FieldOf(place, KnownAnnotations.IgnoreUntil),
                    Until = annotation.Until,
                    Mistake = MistakeIn(rule, catalog),
                    HasEnded = annotation.HasEnded(_today),
                    Findings = Covered(place.Carrier.Reference, FieldOf(place, KnownAnnotations.Ignore), rule),
                    UseUnknown = useUnknown(rule, place.Carrier),
                };
            }
        }
    }

    private DeclaredExemption DeclaredBy(Exemption exemption, Func<string, IResource, string?> useUnknown)
    {
        var declared = new DeclaredExemption
        {
            ApiVersion = policy.Reference.ApiVersion,
            Kind = policy.Reference.Kind,
            Metadata = new() { Name = policy.Name, Source = exemption.Source },
            Rule = exemption.Rule,
            Field = exemption.Field,
            UntilField = $"{exemption.Field}.until",
            Until = $"{exemption.Until:yyyy-MM-dd}",
            HasEnded = _today > exemption.Until,
            Findings = Covered(policy.Reference, exemption.Field, exemption.Rule),
        };
        return declared with { UseUnknown = useUnknown(exemption.Rule, declared) };
    }
}
