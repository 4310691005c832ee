using System.Globalization;
using System.Text.Json;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Finds how many lines below the start of an object one of its fields stands.</summary>
internal static class FieldLines
{
    /// <summary>The line ends before a field, or before its nearest parent that is there.</summary>
    /// <param name="json">The object.</param>
    /// <param name="path">The way to the field, such as <c>spec.template.spec.containers[0].image</c>. A key may have dots in it.</param>
    public static int Count(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json, new() { MaxDepth = JsonExtent.MaxDepth + 1 });
        try
        {
            var found = 0;
            var rest = path.AsSpan();
            _ = json.Length > 0 && reader.Read();
            while (!rest.IsEmpty && Step(ref reader, ref rest))
            {
                found = (int)reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    _ = reader.Read();
                }
            }

            return json[..found].Count((byte)'\n');
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    /// <summary>Goes one step down, to a property or to an item of a list.</summary>
    private static bool Step(ref Utf8JsonReader reader, ref ReadOnlySpan<char> rest) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ToProperty(ref reader, ref rest),
        JsonTokenType.StartArray => ToItem(ref reader, ref rest),
        _ => false,
    };

    private static bool ToProperty(ref Utf8JsonReader reader, ref ReadOnlySpan<char> rest)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString() ?? "";
            if (rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || rest[name.Length] is '.' or '['))
            {
                rest = rest[name.Length..].TrimStart('.');
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool ToItem(ref Utf8JsonReader reader, ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(']');
        if (rest[0] != '[' || end < 0 || !int.TryParse(rest[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        rest = rest[(end + 1)..].TrimStart('.');
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
