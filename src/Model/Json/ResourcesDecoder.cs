using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads requests and limits; a resource that only has a limit requests as much.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits</remarks>
internal static class ResourcesDecoder
{
    public static ContainerResources Read(ref JsonCursor json) => json.ReadMemoized(json.State.ResourceBytes, Decode) ?? ContainerResources.None;

    private static ContainerResources? Decode(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (requests, limits) = (ResourceAmounts.None, ResourceAmounts.None);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Requests: requests = json.ReadAmounts(); break;
                case Field.Limits: limits = json.ReadAmounts(); break;
                default: json.Skip(); break;
            }
        }

        var stated = requests;
        var assumed = limits.Pairs.Where(limit => stated.Find(limit.Key) is null).ToArray();
        return new(assumed.Length == 0 ? requests : json.State.Amounts.Share(ResourceAmounts.Of([.. stated.Pairs, .. assumed])), limits);
    }
}
