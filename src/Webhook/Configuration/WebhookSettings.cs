namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>The settings of the server.</summary>
internal static class WebhookSettings
{
    private const int Hour = 3_600;
    private const int Day = 86_400;
    private static readonly (int, int, string) Port = (0, 65_535, "");
    private static readonly (int, int, string) Deadline = (10, 29_000, "milliseconds");

    /// <summary>All of them.</summary>
    public static SettingTable<WebhookOptions> Table { get; } = new SettingTable<WebhookOptions>()
        .Text("listen-address", "an IP address, or `*`", "address that both ports listen on", o => o.ListenAddress, (o, v) => o with { ListenAddress = v })
        .Whole("admission-port", Port, "port of the admission endpoint, over TLS", o => o.AdmissionPort, (o, v) => o with { AdmissionPort = v })
        .Whole("metrics-port", Port, "port of `/metrics`, `/livez` and `/readyz`, without TLS", o => o.MetricsPort, (o, v) => o with { MetricsPort = v })
        .Text("certificate-file", "a path", "certificate in PEM, intermediate ones after it", o => o.CertificateFile, (o, v) => o with { CertificateFile = v })
        .Text("key-file", "a path", "private key in PEM", o => o.KeyFile, (o, v) => o with { KeyFile = v })
        .Text("policy-file", "a path", "policy; empty for the defaults of the rules", o => o.PolicyFile, (o, v) => o with { PolicyFile = v })
        .Whole("reload-seconds", (1, Hour, "seconds"), "how often certificate and policy are looked at", o => o.ReloadSeconds, (o, v) => o with { ReloadSeconds = v })
        .Text("kubeconfig", "a path", "how to reach the cluster; empty for what kubectl would take, or the pod's own account",
            o => o.Kubeconfig, (o, v) => o with { Kubeconfig = v })
        .Text("context", "a name", "context of the kubeconfig; empty for the current one", o => o.Context, (o, v) => o with { Context = v })
        .Whole("stale-after-seconds", (1, Day, "seconds"), "age from which on the view of the cluster is not believed, so that rules that need it are not evaluated",
            o => o.StaleAfterSeconds, (o, v) => o with { StaleAfterSeconds = v })
        .Whole("view-wait-seconds", (0, Day, "seconds"), "how long readiness waits for the first view of the cluster before reviews are answered without one",
            o => o.ViewWaitSeconds, (o, v) => o with { ViewWaitSeconds = v })
        .Whole("deadline-milliseconds", Deadline, "time within which a review is answered; keep it below the registration's `timeoutSeconds`",
            o => Milliseconds(o.Limits.Deadline), (o, v) => o with { Limits = o.Limits with { Deadline = TimeSpan.FromMilliseconds(v) } })
        .Whole("forecast-deadline-milliseconds", Deadline, "time for the forecast of a node that is being cordoned",
            o => Milliseconds(o.Limits.ForecastDeadline), (o, v) => o with { Limits = o.Limits with { ForecastDeadline = TimeSpan.FromMilliseconds(v) } })
        .Whole("max-forecast-pods", (0, 1_000_000, "pods"), "the largest cluster for which the drain of a cordoned node is forecast",
            o => o.Limits.MaxForecastPods, (o, v) => o with { Limits = o.Limits with { MaxForecastPods = v } })
        .Whole("max-body-bytes", (1_024, 64 << 20, "bytes"), "the largest review that is read",
            o => o.Limits.MaxBodyBytes, (o, v) => o with { Limits = o.Limits with { MaxBodyBytes = v } })
        .Whole("max-concurrent-reviews", (1, 10_000, "reviews"), "reviews under way at once; more are allowed unread, and counted",
            o => o.Limits.MaxInFlight, (o, v) => o with { Limits = o.Limits with { MaxInFlight = v } })
        .Whole("shutdown-delay-seconds", (0, 600, "seconds"), "how long connections are still accepted after the signal to end",
            o => o.ShutdownDelaySeconds, (o, v) => o with { ShutdownDelaySeconds = v })
        .Whole("drain-seconds", (1, 600, "seconds"), "how long reviews that are under way may take after that", o => o.DrainSeconds, (o, v) => o with { DrainSeconds = v })
        .Choice("log-level", "the least important messages that are logged", o => o.LogLevel, (o, v) => o with { LogLevel = v });

    private static int Milliseconds(TimeSpan time) => (int)time.TotalMilliseconds;
}
