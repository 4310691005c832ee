using System.Globalization;
using System.Text.Json;

namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>What a credential plugin answered.</summary>
/// <param name="Credential">The credentials.</param>
/// <param name="ExpiresAt">When they run out; null when only the server will tell.</param>
internal sealed record ExecAnswer(Credential Credential, DateTimeOffset? ExpiresAt)
{
    /// <summary>Reads the ExecCredential that a plugin wrote.</summary>
    /// <exception cref="ConfigurationException">It is none.</exception>
    public static ExecAnswer Read(ExecPlugin plugin, byte[] output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return Read(plugin, document.RootElement);
        }
        catch (JsonException error)
        {
            throw Wrong(plugin, $"wrote no JSON to its standard output ({output.Length} bytes)", error);
        }
    }

    private static ExecAnswer Read(ExecPlugin plugin, JsonElement answer)
    {
        if (Text(answer, "kind") != "ExecCredential" || Text(answer, "apiVersion") != plugin.ApiVersion)
        {
            throw Wrong(plugin, $"answered {Text(answer, "apiVersion")} {Text(answer, "kind")}, but an ExecCredential of {plugin.ApiVersion} was asked for");
        }

        if (!answer.TryGetProperty("status", out var status) || status.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(plugin, "answered an ExecCredential without status");
        }

        var (token, certificate, key) = (Text(status, "token"), Text(status, "clientCertificateData"), Text(status, "clientKeyData"));
        if ((certificate is null) != (key is null) || (token is null && certificate is null))
        {
            throw Wrong(plugin, "answered neither a token nor a client certificate with its key");
        }

        var credential = token is null ? new Credential(null, null) : Credential.Bearer(token);
        return new(
            certificate is null ? credential : credential with { Certificate = PemFiles.Client(certificate, key!, $"{plugin.Place}: the answer of {plugin.Command}") },
            Expiry(plugin, Text(status, "expirationTimestamp")));
    }

    private static DateTimeOffset? Expiry(ExecPlugin plugin, string? text) =>
        text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw Wrong(plugin, $"answered an expirationTimestamp that is no time: {text}");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text : null;

    private static ConfigurationException Wrong(ExecPlugin plugin, string what, Exception? inner = null) =>
        new($"{plugin.Place}: the credential plugin {plugin.Command} {what}", inner);
}
