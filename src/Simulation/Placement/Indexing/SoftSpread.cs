namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A spread constraint that scores.</summary>
/// <param name="Key">The topology key.</param>
/// <param name="Counter">Counts the pods, of each node when the key is the host name; -1 when none counts.</param>
/// <param name="MaxSkew">The skew that is tolerated.</param>
/// <param name="IsHostname">Whether the key is the host name, which the scheduler counts by node.</param>
internal readonly record struct SoftSpread(int Key, int Counter, int MaxSkew, bool IsHostname);
