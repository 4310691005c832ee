namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A number of something and what it weighs.</summary>
internal readonly record struct Weight(int Of, int Value);
