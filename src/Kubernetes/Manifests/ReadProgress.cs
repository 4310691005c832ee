namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>How far the reading is.</summary>
/// <param name="ObjectsRead">Objects seen so far.</param>
/// <param name="Share">About how much of everything was read, from 0 to 1; null when nobody knows how much there is.</param>
public readonly record struct ReadProgress(long ObjectsRead, double? Share);
