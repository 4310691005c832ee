using System.Text.Json;
using System.Text.Json.Serialization;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Simulation.Tests.Scenarios;

/// <summary>Reads selectors as kubectl writes them.</summary>
internal sealed class SelectorAsText : JsonConverter<LabelSelector>
{
    public override LabelSelector? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SelectorText.Parse(reader.GetString()!, out var mistake) ?? throw new JsonException(mistake);

    public override void Write(Utf8JsonWriter writer, LabelSelector value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
