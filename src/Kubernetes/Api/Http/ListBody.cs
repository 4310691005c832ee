using System.Text.Json;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Reads the body of a list as it comes in. Only one item at a time is in memory.</summary>
internal sealed class ListBody(ItemReceiver receive, string what) : IObjectTarget
{
    // The server stores objects of up to 1.5 MiB; what is larger than this is no object.
    private const int MostItemBytes = 64 << 20;
    private ListPage? _page;
    private string? _problem;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="content">The body.</param>
    /// <param name="receive">Takes the items.</param>
    /// <param name="what">What was asked, for messages.</param>
    /// <exception cref="KubernetesApiException">It is no whole list.</exception>
    public static ListPage Read(Stream content, ItemReceiver receive, string what)
    {
        var body = new ListBody(receive, what);
        try
        {
            using var window = new ByteWindow(content);
            new JsonObjectReader(window, body, MostItemBytes).Read(ObjectType.Unknown);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or HttpRequestException)
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"cannot {what}: the answer broke off: {error.Message}", error);
        }

        return body switch
        {
            { _problem: { } problem } => throw new KubernetesApiException(ApiFailure.Interrupted, $"cannot {what}: the answer is damaged: {problem}"),
            { _page: { } page } => page,
            _ => throw new KubernetesApiException(ApiFailure.Unexpected, $"cannot {what}: the server answered no list; is this the address of a Kubernetes API?"),
        };
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json, long line, long offset, ObjectType assumed)
    {
        if (offset > 0)
        {
            receive(json);
        }
        else
        {
            AddWhole(json);
        }
    }

    /// <inheritdoc/>
    public void AddList(ListHeader header) => _page = PageOf(header.Metadata.Span);

    /// <inheritdoc/>
    public void AddStranger(long line) => _problem ??= "an item is no object";

    /// <inheritdoc/>
    public void PassOver(long line, string reason) => _problem ??= reason;

    /// <inheritdoc/>
    public void Fail(long line, string problem, bool isCutOff = false) => _problem ??= problem;

    /// <summary>Takes an answer without a list of items: one that is empty may have null there.</summary>
    private void AddWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Null && root.TryGetProperty("metadata", out var metadata))
        {
            _page = PageOf(metadata);
        }
        else if (root.TryGetProperty("kind", out var kind) && kind.ValueEquals("Status"))
        {
            throw ApiStatus.Read(json, 200).ToException(what);
        }
    }

    private static ListPage? PageOf(ReadOnlySpan<byte> metadata)
    {
        if (metadata.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(metadata);
        using var document = JsonDocument.ParseValue(ref reader);
        return PageOf(document.RootElement);
    }

    private static ListPage PageOf(JsonElement metadata)
    {
        var next = Text(metadata, "continue");
        return new(
            Text(metadata, "resourceVersion"),
            next.Length == 0 ? null : next,
            metadata.TryGetProperty("remainingItemCount", out var left) && left.TryGetInt64(out var count) ? count : null);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
