namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Weighted counters of one topology key.</summary>
internal readonly record struct Pull(int Key, Weight[] Counters);
