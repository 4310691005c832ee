namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>A volume that counts against a driver's limit on a node.</summary>
internal readonly record struct CsiVolume(string Driver, string Handle);
