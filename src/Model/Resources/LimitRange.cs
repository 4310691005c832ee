using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>Defaults and bounds for the containers of a namespace.</summary>
public sealed record LimitRange : IResource
{
    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "LimitRange";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Requests that containers without their own get.</summary>
    public ResourceAmounts DefaultRequests { get; init; } = ResourceAmounts.None;

    /// <summary>Limits that containers without their own get.</summary>
    public ResourceAmounts DefaultLimits { get; init; } = ResourceAmounts.None;
}
