namespace RiskAnalyzer.Simulation.Clients;

/// <summary>How a client that is built on kubectl's drain library behaves.</summary>
/// <remarks>Source: kubernetes/kubectl:pkg/drain/drain.go and client-go's rest/config.go (DefaultQPS, DefaultBurst).</remarks>
internal sealed record KubectlOptions
{
    /// <summary>The pause after a refusal.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause between two looks at a pod that is being deleted.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests per second of each API group's client.</summary>
    public double RequestsPerSecond { get; init; } = 5;

    /// <summary>Requests that may be sent at once.</summary>
    public int Burst { get; init; } = 10;
}
