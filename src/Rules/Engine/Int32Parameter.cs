namespace RiskAnalyzer.Rules.Engine;

/// <summary>A whole number between two bounds, both included.</summary>
public sealed record Int32Parameter(string Name, int Default, int Min, int Max, string Unit, string Summary, string Source)
    : RuleParameter(Name, Summary, Unit, Source)
{
    /// <inheritdoc/>
    public override string DefaultText => $"{Default}";

    /// <inheritdoc/>
    public override string RangeText => $"{Min} to {Max}";

    /// <inheritdoc/>
    public override object? Parse(string text, out string? error)
    {
        var value = int.TryParse(text, out var number) && number >= Min && number <= Max ? number : (int?)null;
        error = value is null ? $"must be a whole number from {Min} to {Max} {Unit}".TrimEnd() : null;
        return value;
    }
}
