using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a LimitRange, of which only the defaults of containers matter.</summary>
internal static class LimitRangeDecoder
{
    public static LimitRange Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var range = new LimitRange { Metadata = metadata };
        while (json.NextField(out var field))
        {
            if (field != Field.Spec)
            {
                json.Skip();
                continue;
            }

            if (!json.BeginObject())
            {
                continue;
            }

            while (json.NextField(out var inner))
            {
                if (inner != Field.Limits)
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
                    range = ReadLimit(ref json, range);
                }
            }
        }

        return range;
    }

    private static LimitRange ReadLimit(ref JsonCursor json, LimitRange range)
    {
        if (!json.BeginObject())
        {
            return range;
        }

        var (type, requests, limits) = ("", ResourceAmounts.None, ResourceAmounts.None);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Type: type = json.ReadText() ?? ""; break;
                case Field.DefaultRequest: requests = json.ReadAmounts(); break;
                case Field.Default: limits = json.ReadAmounts(); break;
                default: json.Skip(); break;
            }
        }

        // A default limit without a default request becomes the request, too.
        var stated = requests;
        return type == "Container"
            ? range with { DefaultRequests = ResourceAmounts.Of([.. limits.Pairs.Where(limit => stated.Find(limit.Key) is null), .. stated.Pairs]) }
            : range;
    }
}
