using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a volume of a pod; null for those that neither a drain nor placement cares about.</summary>
internal static class VolumeDecoder
{
    public static Volume? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var name = "";
        Volume? volume = null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Name: name = json.ReadText() ?? ""; break;
                case Field.PersistentVolumeClaim: volume = Source(ref json, VolumeKind.PersistentVolumeClaim, Field.ClaimName) ?? volume; break;
                case Field.HostPath: volume = Source(ref json, VolumeKind.HostPath, Field.Path) ?? volume; break;
                case Field.GcePersistentDisk: volume = Disk(ref json, "gce", Field.PdName) ?? volume; break;
                case Field.AwsElasticBlockStore: volume = Disk(ref json, "aws", Field.VolumeID) ?? volume; break;
                case Field.Iscsi: volume = Disk(ref json, "iscsi", Field.Iqn) ?? volume; break;
                case Field.Rbd: volume = Disk(ref json, "rbd", Field.Image) ?? volume; break;
                case Field.EmptyDir: volume = EmptyDir(ref json) ?? volume; break;
                case Field.Ephemeral:
                    volume = json.Current == 'n' ? volume : new("", VolumeKind.Ephemeral, "");
                    json.Skip();
                    break;
                default: json.Skip(); break;
            }
        }

        return volume is null ? null : volume with { Name = name };
    }

    private static Volume? Disk(ref JsonCursor json, string kind, Field identity) =>
        Source(ref json, VolumeKind.InTreeDisk, identity) is { } disk ? disk with { Source = $"{kind}:{disk.Source}" } : null;

    private static Volume? Source(ref JsonCursor json, VolumeKind kind, Field identity)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (source, isReadOnly) = ("", false);
        while (json.NextField(out var field))
        {
            if (field == identity)
            {
                source = json.ReadText() ?? "";
            }
            else if (field == Field.ReadOnly)
            {
                isReadOnly = json.ReadBoolean();
            }
            else
            {
                json.Skip();
            }
        }

        return new("", kind, source, IsReadOnly: isReadOnly);
    }

    private static Volume? EmptyDir(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var kind = VolumeKind.EmptyDir;
        long? limit = null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Medium: kind = json.ReadText() is "Memory" ? VolumeKind.EmptyDirInMemory : VolumeKind.EmptyDir; break;
                case Field.SizeLimit: limit = json.ReadQuantity()?.Value; break;
                default: json.Skip(); break;
            }
        }

        return new("", kind, "", limit);
    }
}
