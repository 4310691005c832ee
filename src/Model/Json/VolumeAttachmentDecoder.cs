using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a VolumeAttachment.</summary>
internal static class VolumeAttachmentDecoder
{
    public static VolumeAttachment Read(ref JsonCursor json, string apiVersion, ObjectMeta metadata)
    {
        var attachment = new VolumeAttachment { ApiVersion = apiVersion, Metadata = metadata };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec or Field.Status or Field.Source or Field.AttachError or Field.DetachError:
                    attachment = ReadPart(ref json, attachment);
                    break;
                default: json.Skip(); break;
            }
        }

        return attachment;
    }

    /// <summary>Reads spec, status and what is in them; no two of them share a field name.</summary>
    private static VolumeAttachment ReadPart(ref JsonCursor json, VolumeAttachment attachment)
    {
        if (!json.BeginObject())
        {
            return attachment;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Attacher: attachment = attachment with { Attacher = json.ReadText() ?? "" }; break;
                case Field.NodeName: attachment = attachment with { NodeName = json.ReadText() ?? "" }; break;
                case Field.PersistentVolumeName: attachment = attachment with { VolumeName = json.ReadText() }; break;
                case Field.Message: attachment = attachment with { Error = json.ReadText() }; break;
                case Field.Source or Field.AttachError or Field.DetachError: attachment = ReadPart(ref json, attachment); break;
                default: json.Skip(); break;
            }
        }

        return attachment;
    }
}
