namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>A watch.</summary>
/// <param name="Query">Which objects.</param>
/// <param name="ResourceVersion">The state from which on changes are wanted; null to be sent everything that there is first, ending in a bookmark.</param>
public sealed record WatchRequest(ResourceQuery Query, string? ResourceVersion);
