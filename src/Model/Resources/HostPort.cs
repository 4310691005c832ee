namespace RiskAnalyzer.Model.Resources;

/// <summary>A port bound on the node.</summary>
/// <param name="Address">The address; <c>0.0.0.0</c> when absent.</param>
/// <param name="Protocol">TCP, UDP or SCTP; TCP when absent.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record HostPort(string Address, string Protocol, int Port);
