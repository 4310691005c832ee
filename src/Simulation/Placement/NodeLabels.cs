namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Well-known labels of nodes that the scheduler treats specially.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/labels-annotations-taints/</remarks>
internal static class NodeLabels
{
    public const string Hostname = "kubernetes.io/hostname";
    public const string Zone = "topology.kubernetes.io/zone";
    public const string Region = "topology.kubernetes.io/region";
    public const string OldZone = "failure-domain.beta.kubernetes.io/zone";
    public const string OldRegion = "failure-domain.beta.kubernetes.io/region";
}
