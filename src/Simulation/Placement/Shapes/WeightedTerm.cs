namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>A preferred term; the weight is negative for anti-affinity.</summary>
internal sealed record WeightedTerm(PodTerm Term, int Weight);
