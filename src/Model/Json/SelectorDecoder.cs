using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads label selectors and the requirements of node selectors.</summary>
internal static class SelectorDecoder
{
    /// <summary>Reads a selector of metav1; null when the value is null.</summary>
    public static LabelSelector? Read(ref JsonCursor json) => json.ReadMemoized(json.State.SelectorBytes, Decode);

    private static LabelSelector? Decode(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var labels = LabelSet.Empty;
        ImmutableArray<SelectorRequirement> expressions = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.MatchLabels: labels = json.ReadLabels(); break;
                case Field.MatchExpressions: expressions = json.ReadList<SelectorRequirement>(ReadRequirement); break;
                default: json.Skip(); break;
            }
        }

        return json.State.Selectors.Share(new(labels, expressions));
    }

    public static SelectorRequirement? ReadRequirement(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (key, comparison) = ("", SelectorOperator.Unknown);
        ImmutableArray<string> values = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Key: key = json.ReadText() ?? ""; break;
                case Field.Operator: comparison = Operator(json.ReadText()); break;
                case Field.Values: values = json.ReadTexts(); break;
                default: json.Skip(); break;
            }
        }

        return new(key, comparison, values);
    }

    private static SelectorOperator Operator(string? text) => text switch
    {
        "In" => SelectorOperator.In,
        "NotIn" => SelectorOperator.NotIn,
        "Exists" => SelectorOperator.Exists,
        "DoesNotExist" => SelectorOperator.DoesNotExist,
        "Gt" => SelectorOperator.Gt,
        "Lt" => SelectorOperator.Lt,
        _ => SelectorOperator.Unknown,
    };
}
