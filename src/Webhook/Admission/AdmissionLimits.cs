namespace RiskAnalyzer.Webhook.Admission;

/// <summary>What a review may cost.</summary>
public sealed record AdmissionLimits
{
    /// <summary>The largest body that is read.</summary>
    /// <value>Bytes; default 7 MiB: the API server takes requests of up to 3 MiB, and a review holds two objects.</value>
    /// <remarks>Source: kubernetes-sigs/controller-runtime:pkg/webhook/admission/http.go</remarks>
    public int MaxBodyBytes { get; init; } = 7 << 20;

    /// <summary>The time for an answer, from its first byte; rules that were not asked by then are not evaluated.</summary>
    /// <value>Default 1 s, well below the timeoutSeconds of the webhook's configuration.</value>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The time for the forecast of a node that is being cordoned.</summary>
    /// <value>Default 2 s.</value>
    public TimeSpan ForecastDeadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The largest cluster for which the drain of a node is forecast while somebody waits.</summary>
    /// <value>Pods; default 30,000.</value>
    public int MaxForecastPods { get; init; } = 30_000;

    /// <summary>Reviews at a time; more are allowed without a look.</summary>
    /// <value>Default 64.</value>
    public int MaxInFlight { get; init; } = 64;
}
