using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a PersistentVolume.</summary>
internal static class PersistentVolumeDecoder
{
    public static PersistentVolume Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var volume = new PersistentVolume { Metadata = metadata };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec: volume = ReadSpec(ref json, volume); break;
                case Field.Status when json.BeginObject():
                    while (json.NextField(out var inner))
                    {
                        switch (inner)
                        {
                            case Field.Phase: volume = volume with { Phase = json.ReadText() }; break;
                            default: json.Skip(); break;
                        }
                    }

                    break;
                case Field.Status: break;
                default: json.Skip(); break;
            }
        }

        return volume;
    }

    private static PersistentVolume ReadSpec(ref JsonCursor json, PersistentVolume volume)
    {
        if (!json.BeginObject())
        {
            return volume;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.NodeAffinity: volume = ReadNodeAffinity(ref json, volume); break;
                case Field.Local or Field.HostPath:
                    volume = volume with { IsLocal = volume.IsLocal || json.Current == '{' };
                    json.Skip();
                    break;
                case Field.Csi: volume = ReadCsi(ref json, volume); break;
                case Field.AccessModes: volume = volume with { AccessModes = json.ReadTexts() }; break;
                case Field.StorageClassName: volume = volume with { StorageClassName = json.ReadText() is { Length: > 0 } name ? name : null }; break;
                case Field.Capacity: volume = volume with { CapacityBytes = json.ReadAmounts()[ResourceAmounts.Storage] }; break;
                case Field.ClaimRef: volume = volume with { ClaimRef = ReadClaimRef(ref json) }; break;
                default: json.Skip(); break;
            }
        }

        return volume;
    }

    private static PersistentVolume ReadNodeAffinity(ref JsonCursor json, PersistentVolume volume)
    {
        if (!json.BeginObject())
        {
            return volume;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Required: volume = volume with { NodeAffinity = NodeSelectorDecoder.Read(ref json) }; break;
                default: json.Skip(); break;
            }
        }

        return volume;
    }

    private static PersistentVolume ReadCsi(ref JsonCursor json, PersistentVolume volume)
    {
        if (!json.BeginObject())
        {
            return volume;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Driver: volume = volume with { CsiDriver = json.ReadText() }; break;
                case Field.VolumeHandle: volume = volume with { CsiVolumeHandle = json.ReadOwnText() }; break;
                default: json.Skip(); break;
            }
        }

        return volume;
    }

    private static string? ReadClaimRef(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (space, name) = ("", "");
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Namespace: space = json.ReadText() ?? ""; break;
                case Field.Name: name = json.ReadOwnText() ?? ""; break;
                default: json.Skip(); break;
            }
        }

        return name.Length == 0 ? null : $"{space}/{name}";
    }
}
