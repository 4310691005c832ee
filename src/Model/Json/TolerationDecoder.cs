using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads tolerations.</summary>
internal static class TolerationDecoder
{
    public static ImmutableArray<Toleration> ReadAll(ref JsonCursor json) => json.State.Tolerations.Share(json.ReadList<Toleration>(Read));

    private static Toleration? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (key, value, effect, exists) = ("", "", "", false);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Key: key = json.ReadText() ?? ""; break;
                case Field.Value: value = json.ReadText() ?? ""; break;
                case Field.Effect: effect = json.ReadText() ?? ""; break;
                case Field.Operator: exists = json.ReadText() is "Exists"; break;
                default: json.Skip(); break;
            }
        }

        return new(key, exists, value, effect);
    }
}
