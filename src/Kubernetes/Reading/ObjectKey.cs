using System.Text.Json;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>What identifies an object and its state.</summary>
/// <param name="Namespace">The namespace; empty for objects outside of namespaces.</param>
/// <param name="Name">The name; empty for a bookmark.</param>
/// <param name="ResourceVersion">The state.</param>
/// <param name="EndsInitialEvents">Whether it is the bookmark after everything that there was at the start of the watch.</param>
internal readonly record struct ObjectKey(string Namespace, string Name, string ResourceVersion, bool EndsInitialEvents)
{
    private const int MetadataDepth = 1;

    /// <summary>Reads the metadata of an object and nothing else; the parts that it lacks are empty.</summary>
    public static ObjectKey Read(ReadOnlySpan<byte> json)
    {
        var key = new ObjectKey("", "", "", false);
        var reader = new Utf8JsonReader(json, new() { MaxDepth = JsonExtent.MaxDepth + 1 });
        try
        {
            _ = reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("metadata"u8))
                {
                    _ = reader.Read();
                    return ReadMetadata(ref reader, key);
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // The decoder says what is wrong with it.
        }

        return key;
    }

    private static ObjectKey ReadMetadata(ref Utf8JsonReader reader, ObjectKey key)
    {
        while (reader.Read() && reader.CurrentDepth > MetadataDepth)
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("name"u8))
            {
                key = key with { Name = Text(ref reader) };
            }
            else if (reader.ValueTextEquals("namespace"u8))
            {
                key = key with { Namespace = Text(ref reader) };
            }
            else if (reader.ValueTextEquals("resourceVersion"u8))
            {
                key = key with { ResourceVersion = Text(ref reader) };
            }
            else if (reader.ValueTextEquals("annotations"u8))
            {
                key = key with { EndsInitialEvents = EndsInitial(ref reader) };
            }
            else
            {
                reader.Skip();
            }
        }

        return key;
    }

    private static bool EndsInitial(ref Utf8JsonReader reader)
    {
        _ = reader.Read();
        var ends = false;
        while (reader.TokenType != JsonTokenType.Null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ends |= reader.ValueTextEquals("k8s.io/initial-events-end"u8);
            reader.Skip();
        }

        return ends;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        _ = reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : "";
    }
}
