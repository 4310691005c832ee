namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>The API did not answer. The message says what was asked, what came back, and where it helps, what would be right.</summary>
/// <param name="failure">Why.</param>
/// <param name="message">The message, for people.</param>
/// <param name="inner">What brought it about.</param>
public sealed class KubernetesApiException(ApiFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public ApiFailure Failure => failure;

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same question may be answered a little later.</summary>
    public bool IsPassing => failure is ApiFailure.Unreachable or ApiFailure.Unavailable or ApiFailure.Interrupted;
}
