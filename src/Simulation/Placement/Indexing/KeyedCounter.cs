namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A counter and its topology key.</summary>
internal readonly record struct KeyedCounter(int Key, int Counter);
