using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Finds out which Kubernetes a cluster runs.</summary>
internal static class KubernetesVersion
{
    /// <summary>The minor version assumed where nothing says it; its scores are the newest that are modelled.</summary>
    public const int AssumedMinor = 36;

    /// <summary>The server's minor version. Kubelets do not tell it, as they may be up to three minors older; where the snapshot does not
    /// say it, the newest that is modelled is assumed, or that of a kubelet that is newer still.</summary>
    /// <remarks>Source: https://kubernetes.io/releases/version-skew-policy/</remarks>
    public static int MinorOf(ClusterSnapshot snapshot) =>
        Minor(snapshot.ServerVersion) ?? Math.Max(AssumedMinor, snapshot.Nodes.Max(node => Minor(node.KubeletVersion)) ?? AssumedMinor);

    private static int? Minor(string? version) => MinorVersion.TryParse(version) is { Major: 1, Minor: var minor } ? minor : null;
}
