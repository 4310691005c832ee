using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Storage;

/// <summary>Reports pods that write into a directory of their node.</summary>
internal sealed class HostPathData : PodTemplateRule
{
    // Devices, the kernel's and the system's own run-time files, and what is the same on every node: nobody keeps data there.
    private static readonly string[] SystemPaths =
    [
        "/dev", "/proc", "/sys", "/run", "/var/run", "/lib/modules", "/etc/localtime",
        "/etc/ssl/certs", "/etc/pki/ca-trust", "/etc/pki/tls/certs", "/etc/ca-certificates", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates",
    ];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "host-path-data",
        Category = RuleCategory.Storage,
        Severity = Severity.Medium,
        Summary = "Pod writes to a directory of its node",
        Why = "What a pod writes to a hostPath stays on the node. After a drain its replacement starts elsewhere without that data.",
        Fix = "Use a PersistentVolumeClaim, or mount the directory read-only.",
        Sources = [new("hostPath", "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath")],
    };

    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        return pods.Spec.Volumes.IsEmpty ? RuleOutcome.Passed : Judge(pods);
    }

    private static RuleOutcome Judge(PodDefinition pods)
    {
        var written = pods.Spec.Volumes.Where(volume => volume is { Kind: VolumeKind.HostPath, IsReadOnly: false } && !IsSystem(volume.Source));
        return RuleOutcome.Found([.. written.Select(volume => new RuleHit
        {
            Field = pods.SpecField("volumes"),
            Message = $"volume {volume.Name} writes to {volume.Source} of the node",
            Evidence = [new("volume", volume.Name), new("path", volume.Source)],
        })]);
    }

    private static bool IsSystem(string path) =>
        path.EndsWith(".sock", StringComparison.Ordinal)
        || Array.Exists(SystemPaths, system => path == system || path.StartsWith($"{system}/", StringComparison.Ordinal));
}
