using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Storage;

/// <summary>Reports volumes that cannot be attached or detached.</summary>
internal sealed class AttachmentTrouble : Rule<VolumeAttachment>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "attachment-trouble",
        Category = RuleCategory.Storage,
        Severity = Severity.High,
        Summary = "Volume cannot be attached or detached",
        Why = """
            The replacement of an evicted pod waits until its volume is detached from the old node and attached to the new one. What fails
            now fails for every volume of the node in the window, and Cluster API waits for detachment without a limit by default.
            """,
        Fix = "Clear stale attachments and look at the storage driver before the window.",
        Sources = [new("VolumeAttachment", "https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume-attachment-v1/")],
        IncludesDeleted = true,
    };

    public override RuleOutcome Check(VolumeAttachment subject, RuleContext context)
    {
        var volume = subject.VolumeName ?? "an inline volume";
        if (subject.Error is { } error)
        {
            return Found(subject, $"{volume} on node {subject.NodeName}: {FirstLine(error)}");
        }

        if (!context.Cluster.Knows(ResourceKinds.Nodes))
        {
            return RuleOutcome.NotEvaluated("whether the node exists is unknown");
        }

        return context.Cluster.FindNode(subject.NodeName) is null
            ? Found(subject, $"{volume} is attached to node {subject.NodeName}, which does not exist")
            : RuleOutcome.Passed;
    }

    private static RuleOutcome Found(VolumeAttachment attachment, string message) => RuleOutcome.Found(new RuleHit
    {
        Field = attachment.Error is null ? "spec.nodeName" : "status",
        Message = message,
        Evidence =
        [
            new("volume", attachment.VolumeName ?? "inline"), new("node", attachment.NodeName), new("driver", attachment.Attacher),
            .. attachment.Error is { } error ? [new("error", error)] : Array.Empty<KeyValuePair<string, string>>(),
        ],
    });

    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;
}
