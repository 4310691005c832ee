namespace RiskAnalyzer.Rules.Facts;

/// <summary>A volume that one node, or one pod, at a time may use.</summary>
/// <param name="Name">What it is: <c>claim data</c>, <c>claim template data</c>, <c>disk pd-1</c>.</param>
/// <param name="Access">The access mode.</param>
/// <param name="Volume">The name of the volume in the pod.</param>
internal sealed record ExclusiveVolume(string Name, string Access, string Volume)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Access})";
}
