using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads version, kind and metadata, and leaves the cursor inside the object where the rest is to be read.</summary>
internal static class HeaderDecoder
{
    public static ObjectHeader Read(ref JsonCursor json, ObjectType assumed)
    {
        var start = json;
        var (version, kind, metadata, hasMore) = (assumed.ApiVersion ?? "", assumed.Kind ?? "", (ObjectMeta?)null, false);
        var (saysVersion, saysKind) = (false, false);
        _ = json.BeginObject();
        while (!(saysVersion && saysKind && metadata is not null) && json.NextField(out var field))
        {
            switch (field)
            {
                case Field.ApiVersion:
                    (version, saysVersion) = (json.ReadText() ?? version, true);
                    break;
                case Field.Kind:
                    (kind, saysKind) = (json.ReadText() ?? kind, true);
                    break;
                case Field.Metadata: metadata = MetadataDecoder.Read(ref json); break;
                default:
                    hasMore = true;
                    json.Skip();
                    break;
            }
        }

        // The API and kubectl write the header first; only where somebody else did not, the object is walked twice.
        if (json.State.Problem is null && (hasMore || !(saysVersion && saysKind && metadata is not null)))
        {
            json.State.Trail.Clear();
            json = start;
            _ = json.BeginObject();
        }

        var type = new ObjectType(version, kind);
        return new(type, metadata is null ? null : InNamespace(type, metadata, json.State.DefaultNamespace));
    }

    /// <summary>Puts a namespaced object that names no namespace where kubectl would, or where the caller says.</summary>
    private static ObjectMeta InNamespace(ObjectType type, ObjectMeta metadata, string @namespace)
    {
        var isClusterWide = BuiltInKinds.IsBuiltInGroup(type.Group) && BuiltInKinds.IsClusterWide(type.Kind);
        return isClusterWide ? metadata.Namespace is null ? metadata : metadata with { Namespace = null }
            : metadata.Namespace is null ? metadata with { Namespace = @namespace } : metadata;
    }
}
