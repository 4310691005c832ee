using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a node.</summary>
internal static class NodeDecoder
{
    public static Node Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var node = new Node { Metadata = metadata };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec: node = ReadSpec(ref json, node); break;
                case Field.Status: node = ReadStatus(ref json, node); break;
                default: json.Skip(); break;
            }
        }

        return node;
    }

    private static Node ReadSpec(ref JsonCursor json, Node node)
    {
        if (!json.BeginObject())
        {
            return node;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Unschedulable: node = node with { Unschedulable = json.ReadBoolean() }; break;
                case Field.Taints: node = node with { Taints = json.ReadList<Taint>(ReadTaint) }; break;
                default: json.Skip(); break;
            }
        }

        return node;
    }

    private static Node ReadStatus(ref JsonCursor json, Node node)
    {
        if (!json.BeginObject())
        {
            return node;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Allocatable: node = node with { Allocatable = json.SkipNull() ? null : json.ReadAmounts() }; break;
                case Field.Conditions: node = node with { Conditions = json.ReadList<NodeCondition>(ReadCondition) }; break;
                case Field.Images: node = node with { Images = json.ReadList<NodeImage>(ReadImage) }; break;
                case Field.NodeInfo: node = ReadNodeInfo(ref json, node); break;
                default: json.Skip(); break;
            }
        }

        return node;
    }

    private static Node ReadNodeInfo(ref JsonCursor json, Node node)
    {
        if (!json.BeginObject())
        {
            return node;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.KubeletVersion: node = node with { KubeletVersion = json.ReadText() }; break;
                default: json.Skip(); break;
            }
        }

        return node;
    }

    private static Taint? ReadTaint(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (key, value, effect) = ("", "", "");
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Key: key = json.ReadText() ?? ""; break;
                case Field.Value: value = json.ReadText() ?? ""; break;
                case Field.Effect: effect = json.ReadText() ?? ""; break;

                // Only noted, as the newest time of all says when the cluster was captured.
                case Field.TimeAdded: _ = json.ReadTime(); break;
                default: json.Skip(); break;
            }
        }

        return new(key, value, effect);
    }

    private static NodeCondition? ReadCondition(ref JsonCursor json)
    {
        var condition = ConditionDecoder.Read(ref json);
        return new(condition.Type, condition.Status);
    }

    private static NodeImage? ReadImage(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        ImmutableArray<string> names = [];
        var size = 0L;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Names: names = json.ReadTexts(); break;
                case Field.SizeBytes: size = json.ReadInt64() ?? 0; break;
                default: json.Skip(); break;
            }
        }

        return new(names, size);
    }
}
