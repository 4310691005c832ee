namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>Takes one event of a watch.</summary>
/// <param name="type">What happened.</param>
/// <param name="json">The object's bytes, which are gone after the call; none when the watch is accepted.</param>
public delegate void WatchReceiver(WatchEventType type, ReadOnlySpan<byte> json);
