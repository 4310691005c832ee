using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a ResourceQuota.</summary>
internal static class QuotaDecoder
{
    public static ResourceQuota Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var quota = new ResourceQuota { Metadata = metadata };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec when json.BeginObject():
                    while (json.NextField(out var inner))
                    {
                        quota = ReadSpecField(ref json, inner, quota);
                    }

                    break;
                case Field.Status when json.BeginObject():
                    while (json.NextField(out var inner))
                    {
                        switch (inner)
                        {
                            case Field.Used: quota = quota with { Used = json.SkipNull() ? null : ReadAmounts(ref json) }; break;
                            default: json.Skip(); break;
                        }
                    }

                    break;
                case Field.Spec or Field.Status: break;
                default: json.Skip(); break;
            }
        }

        return quota;
    }

    private static ResourceQuota ReadSpecField(ref JsonCursor json, Field field, ResourceQuota quota)
    {
        switch (field)
        {
            case Field.Hard: return quota with { Hard = ReadAmounts(ref json) };
            case Field.Scopes: return quota with { IsScoped = json.ReadCount() > 0 || quota.IsScoped };
            case Field.ScopeSelector: return quota with { IsScoped = !json.SkippedValue().SequenceEqual("null"u8) || quota.IsScoped };
            default:
                json.Skip();
                return quota;
        }
    }

    /// <summary>Quotas name cpu with a prefix; it is counted in thousandths all the same.</summary>
    private static ResourceAmounts ReadAmounts(ref JsonCursor json)
    {
        var pairs = new List<KeyValuePair<string, long>>();
        if (!json.BeginObject())
        {
            return ResourceAmounts.None;
        }

        while (json.NextName(out var name))
        {
            var resource = json.State.Strings.Get(name);
            if (json.ReadQuantity() is { } quantity)
            {
                var counted = resource is "requests.cpu" or "limits.cpu" ? ResourceAmounts.Cpu : resource;
                pairs.Add(new(resource, ResourceAmounts.Count(counted, quantity)));
            }
        }

        return ResourceAmounts.Of(pairs);
    }
}
