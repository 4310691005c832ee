namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>One page of a list.</summary>
/// <param name="Query">Which objects.</param>
/// <param name="Limit">The most objects of the page; null for all that are left.</param>
/// <param name="Continue">What the page before gave to go on with; null for the first page.</param>
public sealed record ListRequest(ResourceQuery Query, int? Limit, string? Continue = null);
