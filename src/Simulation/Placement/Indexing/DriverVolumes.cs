namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Volumes of one driver, all by number.</summary>
internal readonly record struct DriverVolumes(int Driver, int[] Volumes);
