namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>What the certificate is made for, and where it is put.</summary>
internal sealed record BootstrapOptions
{
    /// <summary>The namespace of Service and Secret; empty for the pod's own.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The Service by which the API server calls the webhook.</summary>
    public string Service { get; init; } = "riskanalyzer-webhook";

    /// <summary>The Secret that takes the certificate.</summary>
    public string Secret { get; init; } = "riskanalyzer-webhook-tls";

    /// <summary>The ValidatingWebhookConfiguration that has to trust it.</summary>
    public string WebhookConfiguration { get; init; } = "riskanalyzer";

    /// <summary>How long a certificate is good for.</summary>
    /// <value>Days.</value>
    public int ValidDays { get; init; } = 90;

    /// <summary>The rest of its life at which it is renewed.</summary>
    /// <value>Days; less than <see cref="ValidDays"/>. A third of the life leaves a month in which the renewal may fail every day.</value>
    public int RenewBeforeDays { get; init; } = 30;

    /// <summary>The address of the API server; empty for the one of the cluster that this runs in.</summary>
    public string Server { get; init; } = "";

    /// <summary>The folder with <c>token</c>, <c>ca.crt</c> and <c>namespace</c>.</summary>
    public string ServiceAccountFolder { get; init; } = "/var/run/secrets/kubernetes.io/serviceaccount";
}
