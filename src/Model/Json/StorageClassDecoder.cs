using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a StorageClass.</summary>
internal static class StorageClassDecoder
{
    public static StorageClass Read(ref JsonCursor json, string apiVersion, ObjectMeta metadata)
    {
        var storage = new StorageClass { ApiVersion = apiVersion, Metadata = metadata };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Provisioner: storage = storage with { Provisioner = json.ReadText() ?? "" }; break;
                case Field.VolumeBindingMode: storage = storage with { WaitsForFirstConsumer = json.ReadText() is "WaitForFirstConsumer" }; break;
                case Field.AllowedTopologies:
                    var terms = json.ReadList<NodeSelectorTerm>(ReadTerm);
                    storage = storage with { AllowedTopologies = terms.IsEmpty ? null : terms };
                    break;
                default: json.Skip(); break;
            }
        }

        return storage;
    }

    private static NodeSelectorTerm? ReadTerm(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        ImmutableArray<SelectorRequirement> expressions = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.MatchLabelExpressions: expressions = json.ReadList<SelectorRequirement>(ReadExpression); break;
                default: json.Skip(); break;
            }
        }

        return new(expressions, []);
    }

    // A topology has no operator: one of the values must match.
    private static SelectorRequirement? ReadExpression(ref JsonCursor json) =>
        SelectorDecoder.ReadRequirement(ref json) is { } requirement ? requirement with { Operator = SelectorOperator.In } : null;
}
