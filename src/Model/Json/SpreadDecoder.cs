using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a topology spread constraint.</summary>
internal static class SpreadDecoder
{
    public static TopologySpreadConstraint? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (skew, domains, key) = (1, 1, "");
        var (isHard, honorsAffinity, honorsTaints) = (true, true, false);
        LabelSelector? selector = null;
        ImmutableArray<string> matchKeys = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.MaxSkew: skew = json.ReadInt32() ?? 1; break;
                case Field.MinDomains: domains = json.ReadInt32() ?? 1; break;
                case Field.TopologyKey: key = json.ReadText() ?? ""; break;
                case Field.WhenUnsatisfiable: isHard = json.ReadText() is not "ScheduleAnyway"; break;
                case Field.LabelSelector: selector = SelectorDecoder.Read(ref json); break;
                case Field.NodeAffinityPolicy: honorsAffinity = json.ReadText() is not "Ignore"; break;
                case Field.NodeTaintsPolicy: honorsTaints = json.ReadText() is "Honor"; break;
                case Field.MatchLabelKeys: matchKeys = json.ReadTexts(); break;
                default: json.Skip(); break;
            }
        }

        return new()
        {
            MaxSkew = skew,
            MinDomains = domains,
            TopologyKey = key,
            IsHard = isHard,
            Selector = selector,
            HonorsNodeAffinity = honorsAffinity,
            HonorsNodeTaints = honorsTaints,
            MatchLabelKeys = matchKeys,
        };
    }
}
