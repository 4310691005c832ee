using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the affinity of a pod.</summary>
internal static class AffinityDecoder
{
    public static Affinity? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var affinity = new Affinity();
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.NodeAffinity: affinity = ReadNodeAffinity(ref json, affinity); break;
                case Field.PodAffinity:
                    var near = ReadPodTerms(ref json);
                    affinity = affinity with { RequiredPodAffinity = near.Required, PreferredPodAffinity = near.Preferred };
                    break;
                case Field.PodAntiAffinity:
                    var far = ReadPodTerms(ref json);
                    affinity = affinity with { RequiredPodAntiAffinity = far.Required, PreferredPodAntiAffinity = far.Preferred };
                    break;
                default: json.Skip(); break;
            }
        }

        return json.State.Affinities.Share(affinity);
    }

    private static Affinity ReadNodeAffinity(ref JsonCursor json, Affinity affinity)
    {
        if (!json.BeginObject())
        {
            return affinity;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.RequiredDuringSchedulingIgnoredDuringExecution:
                    affinity = affinity with { RequiredNodeTerms = NodeSelectorDecoder.Read(ref json) };
                    break;
                case Field.PreferredDuringSchedulingIgnoredDuringExecution:
                    affinity = affinity with { PreferredNodeTerms = json.ReadList<Weighted<NodeSelectorTerm>>(ReadWeightedNodeTerm) };
                    break;
                default: json.Skip(); break;
            }
        }

        return affinity;
    }

    private static PodTerms ReadPodTerms(ref JsonCursor json)
    {
        var terms = new PodTerms([], []);
        if (!json.BeginObject())
        {
            return terms;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.RequiredDuringSchedulingIgnoredDuringExecution:
                    terms = terms with { Required = json.ReadList<PodAffinityTerm>(ReadPodTerm) };
                    break;
                case Field.PreferredDuringSchedulingIgnoredDuringExecution:
                    terms = terms with { Preferred = json.ReadList<Weighted<PodAffinityTerm>>(ReadWeightedPodTerm) };
                    break;
                default: json.Skip(); break;
            }
        }

        return terms;
    }

    private static PodAffinityTerm? ReadPodTerm(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var key = "";
        LabelSelector? selector = null, namespaces = null;
        ImmutableArray<string> names = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.TopologyKey: key = json.ReadText() ?? ""; break;
                case Field.LabelSelector: selector = SelectorDecoder.Read(ref json); break;
                case Field.NamespaceSelector: namespaces = SelectorDecoder.Read(ref json); break;
                case Field.Namespaces: names = json.ReadTexts(); break;
                default: json.Skip(); break;
            }
        }

        return new()
        {
            TopologyKey = key,
            Selector = selector,
            Namespaces = names,
            NamespaceSelector = namespaces,
        };
    }

    private static Weighted<PodAffinityTerm>? ReadWeightedPodTerm(ref JsonCursor json)
    {
        var (weight, term) = (0, (PodAffinityTerm?)null);
        if (json.BeginObject())
        {
            while (json.NextField(out var field))
            {
                switch (field)
                {
                    case Field.Weight: weight = json.ReadInt32() ?? 0; break;
                    case Field.PodAffinityTerm: term = ReadPodTerm(ref json); break;
                    default: json.Skip(); break;
                }
            }
        }

        return term is null ? null : new(weight, term);
    }

    private static Weighted<NodeSelectorTerm>? ReadWeightedNodeTerm(ref JsonCursor json)
    {
        var (weight, term) = (0, (NodeSelectorTerm?)null);
        if (json.BeginObject())
        {
            while (json.NextField(out var field))
            {
                switch (field)
                {
                    case Field.Weight: weight = json.ReadInt32() ?? 0; break;
                    case Field.Preference: term = NodeSelectorDecoder.ReadTerm(ref json); break;
                    default: json.Skip(); break;
                }
            }
        }

        return term is null ? null : new(weight, term);
    }

    private readonly record struct PodTerms(ImmutableArray<PodAffinityTerm> Required, ImmutableArray<Weighted<PodAffinityTerm>> Preferred);
}
