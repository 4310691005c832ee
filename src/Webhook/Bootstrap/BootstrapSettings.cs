using RiskAnalyzer.Webhook.Configuration;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>The settings of <c>bootstrap-certificate</c>.</summary>
internal static class BootstrapSettings
{
    /// <summary>All of them.</summary>
    public static SettingTable<BootstrapOptions> Table { get; } = new SettingTable<BootstrapOptions>()
        .Text("namespace", "a name", "namespace of Service and Secret; empty for the pod's own", o => o.Namespace, (o, v) => o with { Namespace = v })
        .Text("service", "a name", "Service by which the API server calls the webhook", o => o.Service, (o, v) => o with { Service = v })
        .Text("secret", "a name", "Secret that takes the certificate", o => o.Secret, (o, v) => o with { Secret = v })
        .Text("webhook-configuration", "a name", "ValidatingWebhookConfiguration that gets the `caBundle`",
            o => o.WebhookConfiguration, (o, v) => o with { WebhookConfiguration = v })
        .Whole("valid-days", (1, 825, "days"), "how long a certificate is good for", o => o.ValidDays, (o, v) => o with { ValidDays = v })
        .Whole("renew-before-days", (0, 824, "days"), "the rest of its life at which it is renewed", o => o.RenewBeforeDays, (o, v) => o with { RenewBeforeDays = v })
        .Text("server", "an https address", "API server; empty for the cluster that this runs in", o => o.Server, (o, v) => o with { Server = v })
        .Text("service-account-folder", "a path", "folder with `token`, `ca.crt` and `namespace`", o => o.ServiceAccountFolder,
            (o, v) => o with { ServiceAccountFolder = v });
}
