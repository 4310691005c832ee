namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>A disk of the in-tree kinds that two pods of a node may only share for reading.</summary>
internal readonly record struct Disk(string Identity, bool IsReadOnly);
