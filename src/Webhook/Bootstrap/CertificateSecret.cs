using System.Text;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>The Secret that holds the certificate, under the keys that Secrets for TLS have.</summary>
internal static class CertificateSecret
{
    private const string CertificateKey = "tls.crt";
    private const string PrivateKey = "tls.key";
    private const string AuthorityKey = "ca.crt";

    /// <summary>What is in it; empty texts for what is not.</summary>
    public static ServingIdentity Read(JsonObject secret) => new(Value(secret, CertificateKey), Value(secret, PrivateKey), Value(secret, AuthorityKey));

    /// <summary>The Secret with another certificate; whatever else is in it stays.</summary>
    public static JsonObject With(JsonObject secret, ServingIdentity identity)
    {
        var copy = (JsonObject)secret.DeepClone();
        var data = copy["data"] as JsonObject ?? [];
        copy["data"] = data;
        data[CertificateKey] = Encode(identity.Certificate);
        data[PrivateKey] = Encode(identity.Key);
        data[AuthorityKey] = Encode(identity.Authority);
        return copy;
    }

    /// <summary>A Secret that does not exist yet.</summary>
    public static JsonObject Empty(string name, string space) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Secret",
        ["type"] = "Opaque",
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = space },
    };

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Value(JsonObject secret, string key)
    {
        try
        {
            return (string?)secret["data"]?[key] is { } encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(encoded)) : "";
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
