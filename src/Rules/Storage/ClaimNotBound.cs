using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Storage;

/// <summary>Reports a claim without a volume.</summary>
internal sealed class ClaimNotBound : Rule<PersistentVolumeClaim>
{
    private static readonly Int32Parameter SettleMinutes = new(
        "settleMinutes", 5, 0, 1440, "minutes", "How long provisioning may take.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [SettleMinutes];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "claim-not-bound",
        Category = RuleCategory.Storage,
        Severity = Severity.Medium,
        Summary = "PersistentVolumeClaim has no volume",
        Why = """
            A pod that uses a pending claim does not start, and one whose volume is lost does not start again after it is evicted. Storage
            that fails before a window fails more often during it.
            """,
        Fix = "Repair the provisioning of volumes, or remove the claim.",
        Sources = [KubernetesDocs.PersistentVolumes],
    };

    public override RuleOutcome Check(PersistentVolumeClaim subject, RuleContext context) => subject.Phase switch
    {
        null => RuleOutcome.NotApplicable,
        "Bound" => RuleOutcome.Passed,
        "Lost" => Found(subject, Severity.High, $"has lost its volume {subject.VolumeName}"),
        _ => CheckPending(subject, context),
    };

    private static RuleOutcome CheckPending(PersistentVolumeClaim claim, RuleContext context)
    {
        var age = context.Cluster.CapturedAt - claim.Metadata.CreatedAt;
        if (age < TimeSpan.FromMinutes(context.Value(SettleMinutes)))
        {
            return RuleOutcome.Passed;
        }

        // A class that waits for the first consumer leaves a claim pending, and rightly so, until a pod uses it.
        var isUsed = context.Around(claim).Pods.Any(pod => !pod.IsFinished && pod.Spec.Volumes.Any(volume => Uses(pod, volume, claim)));
        if (!isUsed)
        {
            var known = context.Cluster.StorageClasses.FirstOrDefault(each => each.Metadata.Name == claim.StorageClassName);
            if (known is null)
            {
                return RuleOutcome.NotEvaluated("the claim is used by no pod, and whether its storage class waits for one is unknown");
            }

            if (known.WaitsForFirstConsumer)
            {
                return RuleOutcome.Passed;
            }
        }

        return Found(claim, null, $"is {claim.Phase}{(age is { } time ? $" for {WorkloadFacts.Words(time)}" : "")}");
    }

    private static bool Uses(Pod pod, Volume volume, PersistentVolumeClaim claim) => volume.Kind switch
    {
        VolumeKind.PersistentVolumeClaim => volume.Source == claim.Metadata.Name,
        VolumeKind.Ephemeral => $"{pod.Metadata.Name}-{volume.Name}" == claim.Metadata.Name,
        _ => false,
    };

    private static RuleOutcome Found(PersistentVolumeClaim claim, Severity? severity, string message) => RuleOutcome.Found(new RuleHit
    {
        Field = "status.phase",
        Severity = severity,
        Message = message,
        Evidence = [new("phase", claim.Phase!), new("storageClass", claim.StorageClassName ?? "not set")],
    });
}
