using RiskAnalyzer.Webhook.Admission;

namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>How the admission program runs. Names, ranges and defaults for users are in <see cref="WebhookSettings"/>.</summary>
internal sealed record WebhookOptions
{
    /// <summary>The address that both ports listen on; <c>*</c> for all.</summary>
    public string ListenAddress { get; init; } = "*";

    /// <summary>The port of the admission endpoint, over TLS.</summary>
    /// <value>0 for any that is free, up to 65535.</value>
    public int AdmissionPort { get; init; } = 8443;

    /// <summary>The port of health and metrics, without TLS.</summary>
    /// <value>0 for any that is free, up to 65535.</value>
    public int MetricsPort { get; init; } = 8080;

    /// <summary>The certificate in PEM, with intermediate ones after it if there are any.</summary>
    public string CertificateFile { get; init; } = "/etc/riskanalyzer/tls/tls.crt";

    /// <summary>The private key of the certificate in PEM.</summary>
    public string KeyFile { get; init; } = "/etc/riskanalyzer/tls/tls.key";

    /// <summary>The policy file; empty for the defaults of the rules.</summary>
    public string PolicyFile { get; init; } = "";

    /// <summary>How often certificate and policy are looked at.</summary>
    /// <value>Seconds, 1 or more. The kubelet takes about a minute to write a changed Secret or ConfigMap.</value>
    public int ReloadSeconds { get; init; } = 10;

    /// <summary>What a review may cost.</summary>
    public AdmissionLimits Limits { get; init; } = new();

    /// <summary>Age from which on the view of the cluster is not believed any more.</summary>
    /// <value>Seconds. A quiet cluster is silent for up to a minute, and a watch that is silent for three counts as dead.</value>
    public int StaleAfterSeconds { get; init; } = 180;

    /// <summary>How long readiness waits for the first view of the cluster before reviews are answered without one.</summary>
    /// <value>Seconds, 0 or more.</value>
    public int ViewWaitSeconds { get; init; } = 30;

    /// <summary>How long connections are still accepted after the signal to end.</summary>
    /// <value>Seconds, 0 or more. Takes as long as it takes the last node to learn that this pod is no endpoint any more.</value>
    public int ShutdownDelaySeconds { get; init; } = 5;

    /// <summary>How long reviews that are under way may take after that.</summary>
    /// <value>Seconds, 1 or more.</value>
    public int DrainSeconds { get; init; } = 15;

    /// <summary>The kubeconfig file; empty for what kubectl would take, or the pod's own account.</summary>
    public string Kubeconfig { get; init; } = "";

    /// <summary>The context of the kubeconfig; empty for the current one.</summary>
    public string Context { get; init; } = "";

    /// <summary>The least important messages that are logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;
}
