using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Storage;

/// <summary>Reports replicas that share a volume which one node or pod at a time may use.</summary>
internal sealed class ExclusiveVolumeShared : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "exclusive-volume-shared",
        Category = RuleCategory.Storage,
        Severity = Severity.High,
        Summary = "Replicas share a volume that only one node may use",
        Why = """
            ReadWriteOnce lets many pods use a volume, but only on one node. Replicas that share it work as long as they are together; when
            a drain moves one of them, it waits for the volume until the others have moved too.
            """,
        Fix = "Use a StatefulSet with claim templates, or a volume with ReadWriteMany. A single pod needs the strategy Recreate.",
        Sources = [KubernetesDocs.PersistentVolumes],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        if (WorkloadScale.Of(subject, around) is not { Ceiling: > 0 } scale)
        {
            return RuleOutcome.NotApplicable;
        }

        var volumes = ExclusiveVolumes.Of(scale.Controller, around);
        var surges = scale.Ceiling == 1 && SurgeOf(scale.Controller) > 0;
        if (scale.Ceiling == 1 && !surges)
        {
            return RuleOutcome.NotApplicable;
        }

        if (volumes.Shared.Count == 0)
        {
            return volumes.Unread.Count > 0
                ? RuleOutcome.NotEvaluated($"claim {volumes.Unread[0]} was not read")
                : RuleOutcome.Passed;
        }

        return Found(scale, volumes, surges);
    }

    private static RuleOutcome Found(WorkloadScale scale, ExclusiveVolumes volumes, bool surges) =>
        RuleOutcome.Found([.. volumes.Shared.Select(volume => Hit(scale, volume, surges))]);

    private static RuleHit Hit(WorkloadScale scale, ExclusiveVolume volume, bool surges) => new()
    {
        Field = "spec.template.spec.volumes",
        Severity = surges ? Severity.Medium : null,
        Message = surges
            ? $"an update starts the new pod before the old one has left {volume}"
            : $"{Count(scale)} share {volume}",
        Fix = surges ? "Set the strategy to Recreate, or maxSurge to 0." : null,
        Evidence =
        [
            new("volume", volume.Name), new("accessMode", volume.Access), new("replicas", $"{scale.Replicas}"),
            new("strategy", scale.Controller.UpdateStrategy ?? "default"),
        ],
    };

    private static string Count(WorkloadScale scale) =>
        scale.Autoscaler is null ? $"{scale.Replicas} replicas" : $"up to {scale.Ceiling} replicas";

    // A Deployment adds 25% unless it says otherwise; that rounds up to one pod.
    private static int SurgeOf(Workload workload) =>
        workload is { Type: WorkloadKind.Deployment, UpdateStrategy: null or "RollingUpdate" } ? workload.MaxSurge?.ResolveUp(1) ?? 1 : 0;
}
