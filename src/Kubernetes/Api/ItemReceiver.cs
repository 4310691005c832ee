namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>Takes one object of a list.</summary>
/// <param name="json">Its bytes, which are gone after the call.</param>
public delegate void ItemReceiver(ReadOnlySpan<byte> json);
