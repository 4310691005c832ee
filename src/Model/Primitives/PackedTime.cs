namespace RiskAnalyzer.Model.Primitives;

/// <summary>
/// A time that may be missing, in 8 bytes instead of the 24 of a <see cref="Nullable{DateTimeOffset}"/>: a cluster has hundreds of thousands.
/// The offset from UTC is not kept; the API server writes UTC.
/// </summary>
/// <param name="time">The time; null when there is none.</param>
internal readonly struct PackedTime(DateTimeOffset? time) : IEquatable<PackedTime>
{
    // Counted from 1, so that 0 means none.
    private readonly long _ticks = time is { } known ? known.UtcTicks + 1 : 0;

    /// <summary>The time in UTC; null when there is none.</summary>
    public DateTimeOffset? Value => _ticks == 0 ? null : new DateTimeOffset(_ticks - 1, TimeSpan.Zero);

    /// <inheritdoc/>
    public bool Equals(PackedTime other) => _ticks == other._ticks;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PackedTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _ticks.GetHashCode();
}
