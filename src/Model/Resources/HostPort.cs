namespace RiskAnalyzer.Model.Resources;

/// <summary>A port bound on the node.</summary>
/// <param name="Address">The address; <c>0.0.0.0</c> when absent.</param>
/// <param name="Protocol">TCP, UDP or SCTP; TCP when absent.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record HostPort(string Address, string Protocol, int Port)
{
    private const string Every = "0.0.0.0";

    /// <summary>Whether one node cannot have both; an address of <c>0.0.0.0</c> stands for every address.</summary>
    /// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/types.go (HostPortInfo.CheckConflict)</remarks>
    public bool ConflictsWith(HostPort other) =>
        Port == other.Port && Protocol == other.Protocol && (Address == Every || other.Address == Every || Address == other.Address);
}
