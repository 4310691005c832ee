namespace RiskAnalyzer.Rules.Engine;

/// <summary>A list of texts, in a policy file a YAML list or one text with commas.</summary>
public sealed record TextListParameter(string Name, IReadOnlyList<string> Default, string Summary, string Source)
    : RuleParameter(Name, Summary, "", Source)
{
    /// <inheritdoc/>
    public override string DefaultText => $"[{string.Join(", ", Default)}]";

    /// <inheritdoc/>
    public override string RangeText => "any texts";

    /// <inheritdoc/>
    public override object Parse(string text, out string? error)
    {
        error = null;
        return (IReadOnlyList<string>)text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
