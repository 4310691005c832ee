using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a LimitRange, of which only the defaults of containers matter.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/apis/core/v1/defaults.go (SetDefaults_LimitRangeItem)</remarks>
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
        var (least, most) = (ResourceAmounts.None, ResourceAmounts.None);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Type: type = json.ReadText() ?? ""; break;
                case Field.DefaultRequest: requests = json.ReadAmounts(); break;
                case Field.Default: limits = json.ReadAmounts(); break;
                case Field.Min: least = json.ReadAmounts(); break;
                case Field.Max: most = json.ReadAmounts(); break;
                default: json.Skip(); break;
            }
        }

        // What is not said follows from what is: a limit from the maximum, a request from the limit or else the minimum.
        limits = Under(limits, most);
        return type == "Container"
            ? range with { DefaultLimits = limits, DefaultRequests = Under(Under(requests, limits), least) }
            : range;
    }

    private static ResourceAmounts Under(ResourceAmounts stated, ResourceAmounts assumed) =>
        ResourceAmounts.Of([.. assumed.Pairs, .. stated.Pairs]);
}
