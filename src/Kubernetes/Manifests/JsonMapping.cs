using System.Text;
using System.Text.Json;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A JSON object that is being written. Keys that were written win over merged ones, and earlier merges over later ones.</summary>
internal sealed class JsonMapping
{
    private readonly JsonOutput _output;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private List<byte[]>? _merges;

    public JsonMapping(JsonOutput output)
    {
        _output = output;
        output.Write('{');
    }

    public bool Has(string key) => _keys.Contains(key);

    /// <summary>Writes a key that stands on a line; its value is to be written next.</summary>
    public void Begin(string key, long line = 0)
    {
        if (_keys.Count > 0)
        {
            _output.Write(',');
        }

        _ = _keys.Add(key);
        _output.MoveTo(line);
        _output.WriteText(key);
        _output.Write(':');
    }

    /// <summary>Takes the properties of an object, or of each object of a list, that are not there when the mapping ends.</summary>
    public void Merge(ReadOnlySpan<byte> json) => (_merges ??= []).Add(json.ToArray());

    public void End()
    {
        foreach (var merge in _merges ?? [])
        {
            using var document = JsonDocument.Parse(merge, new() { MaxDepth = JsonExtent.MaxDepth + 1 });
            MergeElement(document.RootElement);
        }

        _output.Write('}');
    }

    private void MergeElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    MergeElement(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(p => !Has(p.Name)))
                {
                    Begin(property.Name);
                    _output.Write(Encoding.UTF8.GetBytes(property.Value.GetRawText()));
                }

                break;
            default: throw new YamlProblemException("merges (<<) something that is not a mapping");
        }
    }
}
