using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>The volumes behind the claims of a pod.</summary>
internal static class PodVolumes
{
    /// <summary>Those that were read, in the order in which the pod names them.</summary>
    public static IEnumerable<PersistentVolume> Of(Pod pod, NamespaceSnapshot around, ClusterSnapshot cluster) =>
        pod.Spec.Volumes.Any(static volume => volume.Kind == VolumeKind.PersistentVolumeClaim) ? Claimed(pod, around, cluster) : [];

    private static IEnumerable<PersistentVolume> Claimed(Pod pod, NamespaceSnapshot around, ClusterSnapshot cluster) =>
        pod.Spec.Volumes.Where(volume => volume.Kind == VolumeKind.PersistentVolumeClaim)
            .Select(volume => around.FindClaim(volume.Source)?.VolumeName)
            .OfType<string>()
            .Select(cluster.FindVolume)
            .OfType<PersistentVolume>();
}
