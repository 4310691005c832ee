namespace RiskAnalyzer.Model.Resources;

/// <summary>Labels of nodes that scheduler, orchestrators and rules know by name.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/labels-annotations-taints/</remarks>
public static class NodeLabels
{
    /// <summary>The node's own name, or nearly so.</summary>
    public const string Hostname = "kubernetes.io/hostname";

    /// <summary>The zone.</summary>
    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>The region.</summary>
    public const string Region = "topology.kubernetes.io/region";

    /// <summary>The zone as it was named before Kubernetes 1.17.</summary>
    public const string OldZone = "failure-domain.beta.kubernetes.io/zone";

    /// <summary>The region as it was named before Kubernetes 1.17.</summary>
    public const string OldRegion = "failure-domain.beta.kubernetes.io/region";

    /// <summary>The group of nodes that are upgraded together.</summary>
    /// <remarks>Source: elastisys/compliantkubernetes-apps:config/common-config.yaml.</remarks>
    public const string Group = "elastisys.io/node-group";
}
