using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a PersistentVolumeClaim, or the template of one.</summary>
internal static class ClaimDecoder
{
    public static PersistentVolumeClaim Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var claim = new PersistentVolumeClaim { Metadata = metadata };
        while (json.NextField(out var field))
        {
            claim = ReadPart(ref json, field, claim);
        }

        return claim;
    }

    /// <summary>Reads a claim template of a StatefulSet, whose metadata is part of it.</summary>
    public static PersistentVolumeClaim? ReadTemplate(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var claim = new PersistentVolumeClaim { Metadata = new() { Name = "" } };
        while (json.NextField(out var field))
        {
            claim = field == Field.Metadata ? claim with { Metadata = MetadataDecoder.Read(ref json) } : ReadPart(ref json, field, claim);
        }

        return claim;
    }

    private static PersistentVolumeClaim ReadPart(ref JsonCursor json, Field field, PersistentVolumeClaim claim)
    {
        switch (field)
        {
            case Field.Spec: return ReadSpec(ref json, claim);
            case Field.Status: return ReadStatus(ref json, claim);
            default:
                json.Skip();
                return claim;
        }
    }

    private static PersistentVolumeClaim ReadSpec(ref JsonCursor json, PersistentVolumeClaim claim)
    {
        if (!json.BeginObject())
        {
            return claim;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.VolumeName: claim = claim with { VolumeName = json.ReadText() is { Length: > 0 } name ? name : null }; break;
                case Field.StorageClassName: claim = claim with { StorageClassName = json.ReadText() }; break;
                case Field.AccessModes: claim = claim with { AccessModes = json.ReadTexts() }; break;
                case Field.Resources: claim = claim with { RequestedBytes = ResourcesDecoder.Read(ref json).Requests[ResourceAmounts.Storage] }; break;
                default: json.Skip(); break;
            }
        }

        return claim;
    }

    private static PersistentVolumeClaim ReadStatus(ref JsonCursor json, PersistentVolumeClaim claim)
    {
        if (!json.BeginObject())
        {
            return claim;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Phase: claim = claim with { Phase = json.ReadText() }; break;
                default: json.Skip(); break;
            }
        }

        return claim;
    }
}
