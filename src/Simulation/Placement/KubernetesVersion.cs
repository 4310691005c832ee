using System.Globalization;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Finds out which Kubernetes a cluster runs.</summary>
internal static class KubernetesVersion
{
    /// <summary>The minor version assumed where nothing says it; its scores are the newest that are modelled.</summary>
    public const int AssumedMinor = 36;

    /// <summary>The server's minor version, or else that of the newest kubelet, which is never newer than the server.</summary>
    public static int MinorOf(ClusterSnapshot snapshot) =>
        Minor(snapshot.ServerVersion) ?? snapshot.Nodes.Max(node => Minor(node.KubeletVersion)) ?? AssumedMinor;

    private static int? Minor(string? version)
    {
        var parts = (version ?? "").TrimStart('v').Split('.');
        var digits = parts.Length < 2 ? "" : new string([.. parts[1].TakeWhile(char.IsAsciiDigit)]);
        return parts[0] == "1" && int.TryParse(digits, CultureInfo.InvariantCulture, out var minor) ? minor : null;
    }
}
