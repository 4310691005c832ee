using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports emptyDir volumes whose content seems to matter.</summary>
internal sealed class LocalDataLost : PodTemplateRule
{
    private const string HarmlessVolumes = "cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes";
    private const long BytesPerMiB = 1024 * 1024;

    private static readonly Int32Parameter UsageMiB = new(
        "usageMiB", 1024, 0, int.MaxValue, "MiB", "A size limit above this says that the content matters.", "own choice");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "local-data-lost",
        Category = RuleCategory.Termination,
        Severity = Severity.Low,
        Summary = "Data in an emptyDir is lost when the pod is evicted",
        Why = """
            An emptyDir is deleted with its pod, on disk as in memory. kubectl drain refuses such pods until it is told
            to delete their data; orchestrators always tell it so. Most emptyDirs are scratch space; a large one, or the only
            storage of a StatefulSet, may not be.
            """,
        Fix = "Claim a volume for what must survive, or name the volume in the annotation "
            + HarmlessVolumes + " if it is scratch space.",
        Sources = [new("Volumes: emptyDir", "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [UsageMiB];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        return pods.Spec.Volumes.IsEmpty ? RuleOutcome.Passed : Judge(pods, context);
    }

    private static RuleOutcome Judge(PodDefinition pods, RuleContext context)
    {
        var harmless = (pods.Template.Annotations.Find(HarmlessVolumes) ?? "").Split(',', StringSplitOptions.TrimEntries);
        var limit = context.Value(UsageMiB) * BytesPerMiB;
        var isOnlyStorage = pods.Workload is { Type: WorkloadKind.StatefulSet, VolumeClaimTemplates.IsEmpty: true }
            && !pods.Spec.Volumes.Any(volume => volume.Kind is VolumeKind.PersistentVolumeClaim or VolumeKind.Ephemeral);
        return RuleOutcome.Found([
            .. pods.Spec.Volumes
                .Where(volume => volume.Kind is VolumeKind.EmptyDir or VolumeKind.EmptyDirInMemory && !harmless.Contains(volume.Name, StringComparer.Ordinal))
                .Where(volume => isOnlyStorage || volume.SizeLimitBytes > limit)
                .Select(volume => Hit(volume, pods, isOnlyStorage)),
        ]);
    }

    private static RuleHit Hit(Volume volume, PodDefinition pods, bool isOnlyStorage)
    {
        var medium = volume.Kind == VolumeKind.EmptyDirInMemory ? "memory" : "disk";
        var size = volume.SizeLimitBytes is { } bytes ? $"{bytes / BytesPerMiB} MiB" : "none";
        return new()
        {
            Field = pods.SpecField("volumes"),
            Message = isOnlyStorage
                ? $"is a StatefulSet that claims no volume and keeps {volume.Name} in an emptyDir on {medium}"
                : $"keeps up to {size} in emptyDir {volume.Name} on {medium}",
            Severity = isOnlyStorage ? Severity.Medium : null,
            Evidence = [new("volume", volume.Name), new("medium", medium), new("sizeLimit", size)],
        };
    }
}
