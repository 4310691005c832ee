using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>The volumes of a workload that one node, or one pod, at a time may use.</summary>
/// <param name="Shared">Those that all its pods would share, each with its access mode: <c>claim data (ReadWriteOnce)</c>.</param>
/// <param name="PerPod">Those that each pod of a StatefulSet has for itself.</param>
/// <param name="Unread">Names of claims that the input does not hold, so that their access mode is unknown.</param>
internal sealed record ExclusiveVolumes(IReadOnlyList<ExclusiveVolume> Shared, IReadOnlyList<ExclusiveVolume> PerPod, IReadOnlyList<string> Unread)
{
    private static readonly ExclusiveVolumes None = new([], [], []);

    /// <summary>Whether a second pod could not simply run beside the first.</summary>
    public bool Any => Shared.Count > 0 || PerPod.Count > 0;

    /// <summary>The exclusive volumes of a controller's template and claim templates.</summary>
    public static ExclusiveVolumes Of(Workload controller, NamespaceSnapshot around)
    {
        // What is known of an owner of unknown kind comes from one of its pods, whose claims may be that pod's own.
        if (controller.Type == WorkloadKind.Custom || (controller.Template.Spec.Volumes.IsEmpty && controller.VolumeClaimTemplates.IsEmpty))
        {
            return None;
        }

        var shared = new List<ExclusiveVolume>();
        var unread = new List<string>();
        foreach (var volume in controller.Template.Spec.Volumes)
        {
            switch (volume.Kind)
            {
                case VolumeKind.PersistentVolumeClaim when IsTemplated(controller, volume):
                    break;
                case VolumeKind.PersistentVolumeClaim when around.FindClaim(volume.Source) is not { } claim:
                    unread.Add(volume.Source);
                    break;
                case VolumeKind.PersistentVolumeClaim when around.FindClaim(volume.Source) is { IsExclusive: true } claim:
                    shared.Add(new($"claim {volume.Source}", claim.AccessModes[0], volume.Name));
                    break;
                case VolumeKind.InTreeDisk when !volume.IsReadOnly:
                    shared.Add(new($"disk {volume.Source}", "one node at a time", volume.Name));
                    break;
                default:
                    break;
            }
        }

        var perPod = controller.VolumeClaimTemplates.Where(claim => claim.IsExclusive)
            .Select(claim => new ExclusiveVolume($"claim template {claim.Metadata.Name}", claim.AccessModes[0], claim.Metadata.Name));
        return new(shared, [.. perPod], unread);
    }

    // A claim template replaces a volume of the same name.
    private static bool IsTemplated(Workload controller, Volume volume) =>
        controller.VolumeClaimTemplates.Any(claim => claim.Metadata.Name == volume.Name);
}
