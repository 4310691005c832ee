using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads volume mounts, but only of pods that mount a directory of the node: whether they write there decides what is tied to it.</summary>
internal static class MountDecoder
{
    public static ImmutableArray<Volume> WithReadOnlyMounts(ref JsonCursor json, ImmutableArray<Volume> volumes)
    {
        if (json.State.Problem is not null || !volumes.Any(v => v.Kind == VolumeKind.HostPath))
        {
            return volumes;
        }

        var isReadOnly = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var range in json.State.Mounts)
        {
            var mounts = json.At(range);
            if (mounts.BeginArray())
            {
                while (mounts.NextItem())
                {
                    ReadMount(ref mounts, isReadOnly);
                }
            }
        }

        return [.. volumes.Select(v => v.Kind == VolumeKind.HostPath && isReadOnly.GetValueOrDefault(v.Name) ? v with { IsReadOnly = true } : v)];
    }

    private static void ReadMount(ref JsonCursor mounts, Dictionary<string, bool> isReadOnly)
    {
        if (!mounts.BeginObject())
        {
            return;
        }

        var (name, only) = ("", false);
        while (mounts.NextField(out var field))
        {
            switch (field)
            {
                case Field.Name: name = mounts.ReadText() ?? ""; break;
                case Field.ReadOnly: only = mounts.ReadBoolean(); break;
                default: mounts.Skip(); break;
            }
        }

        isReadOnly[name] = only && isReadOnly.GetValueOrDefault(name, true);
    }
}
