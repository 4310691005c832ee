using System.Globalization;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>Writes the items of a list, and the list around them.</summary>
internal sealed class ItemWriter : IDisposable
{
    private readonly Stream _output;
    private int _written;

    public ItemWriter(Stream output)
    {
        _output = output;
        _output.Write("{\n    \"apiVersion\": \"v1\",\n    \"items\": ["u8);
    }

    public static string Uid(int number) => $"{unchecked((uint)number * 2654435761u):x8}-5ef1-4c1b-9a35-{number:x12}";

    /// <summary>The values that every object has, and some of its own.</summary>
    public Dictionary<string, string> Common(string app, string @namespace, params (string Key, string Value)[] own)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app"] = app,
            ["namespace"] = @namespace,
            ["team"] = @namespace.Length == 0 ? "platform" : @namespace,
            ["uid"] = Uid(_written),
            ["version1"] = (88_000_000 + (_written * 3)).ToString(CultureInfo.InvariantCulture),
            ["ip"] = $"10.{64 + (_written >> 16)}.{(_written >> 8) & 255}.{_written & 255}",
        };
        foreach (var (key, value) in own)
        {
            values[key] = value;
        }

        return values;
    }

    public void Write(ObjectText text, Dictionary<string, string> values)
    {
        _output.Write(_written++ == 0 ? "\n        "u8 : ",\n        "u8);
        text.Write(_output, values);
    }

    public void Dispose() => _output.Write("\n    ],\n    \"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n"u8);
}
