using System.Text.Json;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Takes an event apart into what happened and the object that it happened to.</summary>
internal static class WatchEvent
{
    /// <summary>Reads one event and hands it over.</summary>
    /// <exception cref="KubernetesApiException">It is an error, or no event.</exception>
    public static void Read(ReadOnlySpan<byte> json, WatchReceiver receive, string what)
    {
        try
        {
            Read(json, receive, what, new Utf8JsonReader(json, new() { MaxDepth = JsonExtent.MaxDepth + 1 }));
        }
        catch (JsonException error)
        {
            throw new KubernetesApiException(ApiFailure.Unexpected, $"cannot {what}: an event is not valid JSON", error);
        }
    }

    private static void Read(ReadOnlySpan<byte> json, WatchReceiver receive, string what, Utf8JsonReader reader)
    {
        string? type = null;
        ReadOnlySpan<byte> item = [];
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isType, isObject) = (reader.ValueTextEquals("type"u8), reader.ValueTextEquals("object"u8));
            _ = reader.Read();
            var start = (int)reader.TokenStartIndex;
            type = isType && reader.TokenType == JsonTokenType.String ? reader.GetString() : type;
            reader.Skip();
            item = isObject ? json[start..(int)reader.BytesConsumed] : item;
        }

        switch (type)
        {
            case "ADDED": receive(WatchEventType.Added, item); break;
            case "MODIFIED": receive(WatchEventType.Modified, item); break;
            case "DELETED": receive(WatchEventType.Deleted, item); break;
            case "BOOKMARK": receive(WatchEventType.Bookmark, item); break;
            case "ERROR": throw ApiStatus.Read(item, code: 500).ToException(what);
            default: throw new KubernetesApiException(ApiFailure.Unexpected, $"cannot {what}: the server sent an event of the unknown type '{type}'");
        }
    }
}
