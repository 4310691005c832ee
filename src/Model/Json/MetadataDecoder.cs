using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the metadata of an object.</summary>
internal static class MetadataDecoder
{
    public static ObjectMeta Read(ref JsonCursor json)
    {
        var source = json.State.Location;
        if (!json.BeginObject())
        {
            return new() { Name = "", Source = source };
        }

        string? name = null, generateName = null, space = null, lastApplied = null;
        var (labels, annotations) = (LabelSet.Empty, LabelSet.Empty);
        var owners = new ObjectOwners(null, false);
        DateTimeOffset? created = null, deleted = null;
        long? grace = null;
        var generation = 0L;
        ImmutableArray<string> finalizers = [];
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Name: name = json.ReadOwnText(); break;
                case Field.GenerateName: generateName = name is null ? json.ReadText() : SkipText(ref json); break;
                case Field.Namespace: space = json.ReadText(); break;
                case Field.Labels: labels = json.ReadLabels(); break;
                case Field.Annotations: annotations = AnnotationsDecoder.Read(ref json, out lastApplied); break;
                case Field.OwnerReferences: owners = json.ReadMemoized(json.State.OwnerBytes, ReadOwners); break;
                case Field.CreationTimestamp: created = json.ReadTime(); break;
                case Field.DeletionTimestamp: deleted = json.ReadFutureTime(); break;
                case Field.DeletionGracePeriodSeconds: grace = json.ReadInt64(); break;
                case Field.Generation: generation = json.ReadInt64() ?? 0; break;
                case Field.Finalizers: finalizers = json.ReadTexts(); break;
                default: json.Skip(); break;
            }
        }

        if (deleted is { } end)
        {
            json.State.Note(end.AddSeconds(-(grace ?? 0)));
        }

        return new()
        {
            Name = string.IsNullOrEmpty(name) ? string.IsNullOrEmpty(generateName) ? "" : generateName + "*" : name,
            Namespace = string.IsNullOrEmpty(space) ? null : space,
            Labels = labels,
            Annotations = annotations,
            Controller = owners.Controller,
            HasOnlyNonControllingOwners = owners is { Any: true, Controller: null },
            CreatedAt = created,
            DeletionTimestamp = deleted,
            DeletionGracePeriodSeconds = grace,
            Finalizers = finalizers,
            Generation = generation,
            LastAppliedApiVersion = lastApplied,
            Source = source,
        };
    }

    private static string? SkipText(ref JsonCursor json)
    {
        json.Skip();
        return null;
    }

    private static ObjectOwners ReadOwners(ref JsonCursor json)
    {
        var owners = new ObjectOwners(null, false);
        if (!json.BeginArray())
        {
            return owners;
        }

        while (json.NextItem())
        {
            owners = new(ReadOwner(ref json) ?? owners.Controller, true);
        }

        return owners;
    }

    /// <summary>Reads an owner; null unless it is the controller.</summary>
    private static OwnerReference? ReadOwner(ref JsonCursor json)
    {
        string version = "", kind = "", name = "";
        var isController = false;
        if (!json.BeginObject())
        {
            return null;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.ApiVersion: version = json.ReadText() ?? ""; break;
                case Field.Kind: kind = json.ReadText() ?? ""; break;
                case Field.Name: name = json.ReadText() ?? ""; break;
                case Field.Controller: isController = json.ReadBoolean(); break;
                default: json.Skip(); break;
            }
        }

        return isController ? json.State.Owners.Share(new(version, kind, name)) : null;
    }
}
