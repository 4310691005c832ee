using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>The resources section of a container or pod.</summary>
internal sealed record ContainerResources(ResourceAmounts Requests, ResourceAmounts Limits)
{
    public static ContainerResources None { get; } = new(ResourceAmounts.None, ResourceAmounts.None);
}
