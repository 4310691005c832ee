using System.Net;
using System.Text;
using System.Text.Json;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>What the API says when it does not do what was asked: a Status object, or whatever a proxy writes.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Reason">The reason in one word; empty when not said.</param>
/// <param name="Message">The message; empty when not said.</param>
internal sealed record ApiStatus(int Code, string Reason, string Message)
{
    private const int ShownCharacters = 200;

    /// <summary>Reads a body.</summary>
    public static ApiStatus Read(ReadOnlySpan<byte> body, int code)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && Text(root, "kind") == "Status")
            {
                return new(root.TryGetProperty("code", out var told) && told.TryGetInt32(out var number) ? number : code, Text(root, "reason"), Text(root, "message"));
            }
        }
        catch (JsonException)
        {
            // No Status: what there is is shown.
        }

        var text = Encoding.UTF8.GetString(body).ReplaceLineEndings(" ").Trim();
        return new(code, "", text.Length > ShownCharacters ? text[..ShownCharacters] + "…" : text);
    }

    /// <summary>What it means to whoever asked.</summary>
    public KubernetesApiException ToException(string what, TimeSpan? retryAfter = null) =>
        new(Failure, $"cannot {what}: {Described}") { RetryAfter = retryAfter };

    private ApiFailure Failure => (HttpStatusCode)Code switch
    {
        HttpStatusCode.Unauthorized => ApiFailure.Unauthorized,
        HttpStatusCode.Forbidden => ApiFailure.Forbidden,
        HttpStatusCode.NotFound => ApiFailure.NotFound,
        HttpStatusCode.Gone => ApiFailure.Expired,
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotAcceptable => ApiFailure.NotSupported,
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => ApiFailure.Unavailable,
        _ => ApiFailure.Unexpected,
    };

    private string Described => (HttpStatusCode)Code switch
    {
        HttpStatusCode.Unauthorized => $"the server does not accept the credentials (401 {Message}); log in again, or renew the token",
        HttpStatusCode.Forbidden => $"no permission: {Message}",
        _ => $"the server answered {Code}{(Reason.Length > 0 ? $" {Reason}" : "")}{(Message.Length > 0 ? $": {Message}" : "")}",
    };

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
