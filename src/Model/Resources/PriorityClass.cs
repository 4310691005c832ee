namespace RiskAnalyzer.Model.Resources;

/// <summary>A priority class.</summary>
public sealed record PriorityClass : IResource
{
    /// <inheritdoc/>
    public string ApiVersion { get; init; } = "scheduling.k8s.io/v1";

    /// <inheritdoc/>
    public string Kind => "PriorityClass";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The priority it gives.</summary>
    public int Value { get; init; }

    /// <summary>Whether pods without a class get this one.</summary>
    public bool IsGlobalDefault { get; init; }

    /// <summary>Whether its pods may preempt others: false for <c>preemptionPolicy: Never</c>.</summary>
    public bool MayPreempt { get; init; } = true;
}
