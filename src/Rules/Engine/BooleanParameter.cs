namespace RiskAnalyzer.Rules.Engine;

/// <summary>A switch.</summary>
public sealed record BooleanParameter(string Name, bool Default, string Summary, string Source) : RuleParameter(Name, Summary, "", Source)
{
    /// <inheritdoc/>
    public override string DefaultText => Default ? "true" : "false";

    /// <inheritdoc/>
    public override string RangeText => "true or false";

    /// <inheritdoc/>
    public override object? Parse(string text, out string? error)
    {
        var value = text is "true" or "false" ? text == "true" : (bool?)null;
        error = value is null ? "must be true or false" : null;
        return value;
    }
}
