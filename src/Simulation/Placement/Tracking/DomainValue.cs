namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>The value of a counter in one domain.</summary>
internal record struct DomainValue(int Domain, int Value);
