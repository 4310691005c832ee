using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>The text of an object as kubectl writes it inside a list, with places for what differs from one object to the next.</summary>
internal sealed partial class ObjectText
{
    private const string ItemIndent = "\n        ";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 4,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<(byte[] Text, string? Place)> _parts = [];

    /// <summary>Makes the text of an object; a value <c>"${#name}"</c> is a place for a number.</summary>
    public ObjectText(JsonNode manifest)
    {
        var text = Sorted(manifest)!.ToJsonString(Indented).Replace("\n", ItemIndent, StringComparison.Ordinal);
        var at = 0;
        foreach (Match place in Places().Matches(text))
        {
            _parts.Add((Encoding.UTF8.GetBytes(text[at..place.Index]), place.Groups["place"].Value));
            at = place.Index + place.Length;
        }

        _parts.Add((Encoding.UTF8.GetBytes(text[at..]), null));
    }

    /// <summary>Writes the object with these values in its places.</summary>
    public void Write(Stream output, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (text, place) in _parts)
        {
            output.Write(text);
            if (place is not null)
            {
                output.Write(Encoding.UTF8.GetBytes(values[place]));
            }
        }
    }

    // kubectl prints maps, and Go sorts their keys.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex("""
        "\$\{#(?<place>\w+)\}"|\$\{(?<place>\w+)\}
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Places();
}
