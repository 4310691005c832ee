using System.IO.Compression;
using System.Text.Json;
using RiskAnalyzer.Kubernetes.Configuration;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>The API over HTTP.</summary>
/// <param name="endpoint">Where it is, and how to speak to it.</param>
/// <param name="clock">Tells when to try again.</param>
public sealed class HttpKubernetesApi(ClusterEndpoint endpoint, TimeProvider clock) : IKubernetesApi, IDisposable
{
    private readonly RequestSender _sender = new(endpoint, clock);

    /// <inheritdoc/>
    public async Task<ListPage> ListAsync(ListRequest request, ItemReceiver receive, CancellationToken cancellationToken)
    {
        var call = ApiCalls.List(request);
        using var response = await _sender.SendAsync(call, cancellationToken);
        ThrowIfNotJson(response, call);

        // Items are taken apart where they are read, which blocks; a list is one of few, and has a thread of its own.
        return await Task.Run(
            async () =>
            {
                var body = new PatientStream(await response.Content.ReadAsStreamAsync(cancellationToken), endpoint.RequestTimeout, cancellationToken);
                return ListBody.Read(Decompressed(response, body), receive, call.What);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task WatchAsync(WatchRequest request, WatchReceiver receive, CancellationToken cancellationToken)
    {
        var call = ApiCalls.Watch(request);
        using var response = await _sender.SendAsync(call, cancellationToken);
        ThrowIfNotJson(response, call);
        receive(WatchEventType.Accepted, []);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await WatchBody.ReadAsync(body, receive, call.What, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsAllowedAsync(ResourceQuery query, string verb, CancellationToken cancellationToken)
    {
        using var answer = await ReadAsync(ApiCalls.Access(query, verb), cancellationToken);
        return answer.RootElement.TryGetProperty("status", out var status) && status.TryGetProperty("allowed", out var allowed) && allowed.ValueKind == JsonValueKind.True;
    }

    /// <inheritdoc/>
    public async Task<string?> UserNameAsync(CancellationToken cancellationToken)
    {
        using var answer = await ReadAsync(ApiCalls.WhoAmI, cancellationToken);
        return answer.RootElement.TryGetProperty("status", out var status) && status.TryGetProperty("userInfo", out var user)
            && user.TryGetProperty("username", out var name) ? name.GetString() : null;
    }

    /// <inheritdoc/>
    public async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        using var answer = await ReadAsync(ApiCalls.Version, cancellationToken);
        var (major, minor) = (Digits(answer.RootElement, "major"), Digits(answer.RootElement, "minor"));
        return major.Length > 0 && minor.Length > 0 ? $"{major}.{minor}" : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _sender.Dispose();

    private async Task<JsonDocument> ReadAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var response = await _sender.SendAsync(call, cancellationToken);
        ThrowIfNotJson(response, call);
        try
        {
            await using var body = Decompressed(response, await response.Content.ReadAsStreamAsync(cancellationToken));
            return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or JsonException)
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"cannot {call.What}: the answer is damaged: {error.Message}", error);
        }
    }

    private static Stream Decompressed(HttpResponseMessage response, Stream body) =>
        response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(body, CompressionMode.Decompress) : body;

    // A login page or a proxy's excuse comes with 200 as well.
    private void ThrowIfNotJson(HttpResponseMessage response, ApiCall call)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type is not "application/json")
        {
            throw new KubernetesApiException(
                ApiFailure.Unexpected,
                $"cannot {call.What} at {endpoint.Place}: the server answered {type ?? "without a content type"}, but JSON was asked for; is this the address of a Kubernetes API?");
        }
    }

    // Vendors write 27+ and the like.
    private static string Digits(JsonElement version, string name) =>
        version.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? string.Concat((value.GetString() ?? "").TakeWhile(char.IsAsciiDigit)) : "";
}
