using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads node selectors: terms of which one must match.</summary>
internal static class NodeSelectorDecoder
{
    /// <summary>Reads an object with <c>nodeSelectorTerms</c>; null when the value is null.</summary>
    public static ImmutableArray<NodeSelectorTerm>? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        ImmutableArray<NodeSelectorTerm> terms = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.NodeSelectorTerms: terms = json.ReadList<NodeSelectorTerm>(ReadTerm); break;
                default: json.Skip(); break;
            }
        }

        return terms;
    }

    public static NodeSelectorTerm? ReadTerm(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        ImmutableArray<SelectorRequirement> expressions = [], fields = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.MatchExpressions: expressions = json.ReadList<SelectorRequirement>(SelectorDecoder.ReadRequirement); break;
                case Field.MatchFields: fields = json.ReadList<SelectorRequirement>(SelectorDecoder.ReadRequirement); break;
                default: json.Skip(); break;
            }
        }

        return new(expressions, fields);
    }
}
