using System.Buffers;
using System.Text.Json;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Files;

/// <summary>
/// Takes out of an object what a file for other eyes must not hold and no rule reads: environment values, arguments, managed fields,
/// annotations. Everything else is copied byte for byte.
/// </summary>
internal sealed class ItemFilter(ObjectType type)
{
    private readonly ArrayBufferWriter<byte> _output = new();

    /// <summary>The object without these, with its version and kind at its beginning; valid until the next call.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public ReadOnlySpan<byte> Reduce(ReadOnlySpan<byte> json)
    {
        _output.ResetWrittenCount();
        var reader = new Utf8JsonReader(json, new() { MaxDepth = JsonExtent.MaxDepth + 1 });
        _ = reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an item of a list is no object");
        }

        CopyObject(ref reader, json, FilteredPart.Object);
        return _output.WrittenSpan;
    }

    private void CopyObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, FilteredPart part)
    {
        _output.Write("{"u8);
        var isFirst = part != FilteredPart.Object;
        if (!isFirst)
        {
            // The items of a typed list do not say what they are.
            _output.Write(JsonSerializer.SerializeToUtf8Bytes(type.ApiVersion) is var version ? [.. "\"apiVersion\":"u8, .. version] : []);
            _output.Write([.. ",\"kind\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(type.Kind)]);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
            var inner = FilteredParts.Below(part, ref reader);
            if (inner == FilteredPart.LeftOut)
            {
                reader.Skip();
                continue;
            }

            _output.Write(isFirst ? ""u8 : ","u8);
            isFirst = false;
            _output.Write(name);
            _ = reader.Read();
            CopyValue(ref reader, json, inner);
        }

        _output.Write("}"u8);
    }

    private void CopyValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, FilteredPart part)
    {
        if (part == FilteredPart.LastApplied)
        {
            _output.Write(VersionOf(reader.TokenType == JsonTokenType.String ? reader.GetString()! : ""));
            reader.Skip();
        }
        else if (part != FilteredPart.Whole && reader.TokenType == JsonTokenType.StartObject)
        {
            CopyObject(ref reader, json, part);
        }
        else if (part != FilteredPart.Whole && reader.TokenType == JsonTokenType.StartArray)
        {
            CopyArray(ref reader, json, part);
        }
        else
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            _output.Write(json[start..(int)reader.BytesConsumed]);
        }
    }

    private void CopyArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, FilteredPart part)
    {
        _output.Write("["u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _output.Write(isFirst ? ""u8 : ","u8);
            isFirst = false;
            CopyValue(ref reader, json, part);
        }

        _output.Write("]"u8);
    }

    /// <summary>Of the manifest that was last applied only its version, by which removed APIs are found.</summary>
    private static byte[] VersionOf(string manifest)
    {
        var reduced = "{}";
        try
        {
            using var document = JsonDocument.Parse(manifest);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("apiVersion", out var version))
            {
                reduced = $"{{\"apiVersion\":{version.GetRawText()}}}";
            }
        }
        catch (JsonException)
        {
            // What somebody else wrote there may be anything.
        }

        return JsonSerializer.SerializeToUtf8Bytes(reduced);
    }
}
