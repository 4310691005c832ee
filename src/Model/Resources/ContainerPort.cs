namespace RiskAnalyzer.Model.Resources;

/// <summary>A port that a container says it listens on.</summary>
/// <param name="Name">The name that a Service may refer to; empty when absent.</param>
/// <param name="Number">1 to 65535.</param>
public sealed record ContainerPort(string Name, int Number);
