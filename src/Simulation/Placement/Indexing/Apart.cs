namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Counters of one topology key.</summary>
internal readonly record struct Apart(int Key, int[] Counters);
