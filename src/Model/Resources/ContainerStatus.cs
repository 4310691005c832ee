using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>What the kubelet last said of a container.</summary>
public sealed record ContainerStatus
{
    private readonly PackedTime _runningSince;

    /// <summary>The container's name.</summary>
    public required string Name { get; init; }

    /// <value>How often it was started again, 0 or more.</value>
    public int RestartCount { get; init; }

    /// <summary>Why it waits, for example <c>CrashLoopBackOff</c>; null when it runs or ended.</summary>
    public string? WaitingReason { get; init; }

    /// <summary>When the running container started; null when it does not run.</summary>
    public DateTimeOffset? RunningSince
    {
        get => _runningSince.Value;
        init => _runningSince = new(value);
    }

    /// <summary>The larger of actual and allocated requests during a resize in place; null where the status says nothing.</summary>
    public ResourceAmounts? ResizedRequests { get; init; }
}
