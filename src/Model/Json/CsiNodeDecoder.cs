using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a CSINode.</summary>
internal static class CsiNodeDecoder
{
    public static CsiNode Read(ref JsonCursor json, string apiVersion, ObjectMeta metadata)
    {
        var limits = ImmutableArray.CreateBuilder<KeyValuePair<string, int>>();
        while (json.NextField(out var field))
        {
            if (field != Field.Spec)
            {
                json.Skip();
                continue;
            }

            ReadSpec(ref json, limits);
        }

        return new() { ApiVersion = apiVersion, Metadata = metadata, Limits = limits.ToImmutable() };
    }

    private static void ReadSpec(ref JsonCursor json, ImmutableArray<KeyValuePair<string, int>>.Builder limits)
    {
        if (!json.BeginObject())
        {
            return;
        }

        while (json.NextField(out var field))
        {
            if (field != Field.Drivers)
            {
                json.Skip();
                continue;
            }

            if (!json.BeginArray())
            {
                continue;
            }

            while (json.NextItem())
            {
                ReadDriver(ref json, limits);
            }
        }
    }

    private static void ReadDriver(ref JsonCursor json, ImmutableArray<KeyValuePair<string, int>>.Builder limits)
    {
        var (name, limit) = ("", (int?)null);
        if (!json.BeginObject())
        {
            return;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Name: name = json.ReadText() ?? ""; break;
                case Field.Allocatable when json.BeginObject():
                    while (json.NextField(out var inner))
                    {
                        switch (inner)
                        {
                            case Field.Count: limit = json.ReadInt32(); break;
                            default: json.Skip(); break;
                        }
                    }

                    break;
                case Field.Allocatable: break;
                default: json.Skip(); break;
            }
        }

        if (limit is { } count)
        {
            limits.Add(new(name, count));
        }
    }
}
