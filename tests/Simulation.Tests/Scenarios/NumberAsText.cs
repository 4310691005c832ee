using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RiskAnalyzer.Simulation.Tests.Scenarios;

/// <summary>Reads numbers where text is wanted, so that scenarios need no quotes.</summary>
internal sealed class NumberAsText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
