using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A condition of a pod.</summary>
/// <param name="Status">Whether it is True; False and Unknown are both false.</param>
/// <param name="Since">When the status last changed; null when not said.</param>
/// <param name="Reason">The reason in one word; null when not said.</param>
/// <param name="Message">The message; null when not said or when nobody reads it (a condition that is True).</param>
public sealed record PodCondition(bool Status, DateTimeOffset? Since, string? Reason = null, string? Message = null)
{
    private readonly PackedTime _since = new(Since);

    /// <summary>When the status last changed; null when not said.</summary>
    public DateTimeOffset? Since
    {
        get => _since.Value;
        init => _since = new(value);
    }
}
