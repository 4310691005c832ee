using System.Text;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>The change that makes every webhook of a configuration trust an authority.</summary>
internal static class WebhookConfigurationPatch
{
    /// <summary>The patch; null when nothing has to change.</summary>
    /// <param name="configuration">The configuration as it was read.</param>
    /// <param name="bundleOf">Gives the bundle to trust for the one that is trusted now.</param>
    public static JsonObject? Of(JsonObject configuration, Func<string, string> bundleOf)
    {
        var changes = new JsonArray();
        foreach (var webhook in (configuration["webhooks"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var trusted = (string?)webhook["clientConfig"]?["caBundle"] is { } encoded ? Decode(encoded) : "";
            var wanted = bundleOf(trusted);
            if (wanted != trusted)
            {
                changes.Add(new JsonObject
                {
                    ["name"] = (string?)webhook["name"],
                    ["clientConfig"] = new JsonObject { ["caBundle"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(wanted)) },
                });
            }
        }

        // The version makes the server refuse the patch when somebody else was faster.
        return changes.Count == 0 ? null : new JsonObject
        {
            ["metadata"] = new JsonObject { ["resourceVersion"] = (string?)configuration["metadata"]?["resourceVersion"] },
            ["webhooks"] = changes,
        };
    }

    private static string Decode(string encoded)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
