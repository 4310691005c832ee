using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a validating or mutating webhook configuration.</summary>
internal static class WebhookDecoder
{
    public static WebhookConfiguration Read(ref JsonCursor json, string apiVersion, string kind, ObjectMeta metadata)
    {
        // v1beta1 assumed the opposite policy and a longer timeout.
        var isOld = apiVersion.EndsWith("/v1beta1", StringComparison.Ordinal);
        var assumed = new AdmissionWebhook { Name = "", FailsClosed = !isOld, TimeoutSeconds = isOld ? 30 : 10 };
        var webhooks = ImmutableArray.CreateBuilder<AdmissionWebhook>();
        while (json.NextField(out var field))
        {
            if (field != Field.Webhooks)
            {
                json.Skip();
                continue;
            }

            if (!json.BeginArray())
            {
                continue;
            }

            while (json.NextItem())
            {
                webhooks.Add(ReadWebhook(ref json, assumed));
            }
        }

        return new() { ApiVersion = apiVersion, Kind = kind, Metadata = metadata, Webhooks = webhooks.ToImmutable() };
    }

    private static AdmissionWebhook ReadWebhook(ref JsonCursor json, AdmissionWebhook webhook)
    {
        if (!json.BeginObject())
        {
            return webhook;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Name: webhook = webhook with { Name = json.ReadText() ?? "" }; break;
                case Field.FailurePolicy: webhook = webhook with { FailsClosed = json.ReadText() is { Length: > 0 } policy ? policy == "Fail" : webhook.FailsClosed }; break;
                case Field.TimeoutSeconds: webhook = webhook with { TimeoutSeconds = json.ReadInt32() ?? webhook.TimeoutSeconds }; break;
                case Field.NamespaceSelector: webhook = webhook with { NamespaceSelector = SelectorDecoder.Read(ref json) }; break;
                case Field.ClientConfig: webhook = ReadClient(ref json, webhook); break;
                case Field.Rules: webhook = webhook with { Rules = ReadRules(ref json) }; break;
                default: json.Skip(); break;
            }
        }

        return webhook;
    }

    private static AdmissionWebhook ReadClient(ref JsonCursor json, AdmissionWebhook webhook)
    {
        if (!json.BeginObject())
        {
            return webhook;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Service: webhook = ReadClient(ref json, webhook); break;
                case Field.Namespace: webhook = webhook with { ServiceNamespace = json.ReadText() }; break;
                case Field.Name: webhook = webhook with { ServiceName = json.ReadText() }; break;
                default: json.Skip(); break;
            }
        }

        return webhook;
    }

    private static ImmutableArray<string> ReadRules(ref JsonCursor json)
    {
        var rules = ImmutableArray.CreateBuilder<string>();
        if (!json.BeginArray())
        {
            return [];
        }

        while (json.NextItem())
        {
            ImmutableArray<string> operations = [], groups = [], resources = [];
            if (!json.BeginObject())
            {
                continue;
            }

            while (json.NextField(out var field))
            {
                switch (field)
                {
                    case Field.Operations: operations = json.ReadTexts(); break;
                    case Field.ApiGroups: groups = json.ReadTexts(); break;
                    case Field.Resources: resources = json.ReadTexts(); break;
                    default: json.Skip(); break;
                }
            }

            rules.AddRange(from operation in operations from @group in groups from resource in resources select $"{operation} {@group}/{resource}");
        }

        return rules.ToImmutable();
    }
}
