namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>What a page says of itself once its items were handed over.</summary>
/// <param name="ResourceVersion">The state of the list, to watch on from.</param>
/// <param name="Continue">What gives the next page; null at the end of the list.</param>
/// <param name="Remaining">About how many objects are left; null when the server does not say.</param>
public sealed record ListPage(string ResourceVersion, string? Continue, long? Remaining = null);
