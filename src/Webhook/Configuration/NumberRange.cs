namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>The range of a setting that is a whole number; one declaration for check and documentation.</summary>
/// <typeparam name="T">The options that it is part of.</typeparam>
internal sealed record NumberRange<T>
{
    /// <summary>The setting's name.</summary>
    public required string Name { get; init; }

    /// <summary>The smallest value.</summary>
    public required int Least { get; init; }

    /// <summary>The largest value.</summary>
    public required int Most { get; init; }

    /// <summary>The unit; empty for a mere number.</summary>
    public required string Unit { get; init; }

    /// <summary>Gives the value.</summary>
    public required Func<T, int> Get { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Least} to {Most}{(Unit.Length == 0 ? "" : " " + Unit)}";
}
