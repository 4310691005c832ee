namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>
/// One setting as users see it: <c>--name</c> on the command line, <c>RISKANALYZER_NAME</c> in the environment, <c>name</c> in
/// <c>appsettings.json</c>.
/// </summary>
/// <typeparam name="T">The options that it is part of.</typeparam>
internal sealed record Setting<T>
    where T : class, new()
{
    private const string VariablePrefix = "RISKANALYZER_";

    /// <summary>The name in kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>What it decides.</summary>
    public required string Meaning { get; init; }

    /// <summary>The values that it takes, with the unit.</summary>
    public required string Values { get; init; }

    /// <summary>Its value as text.</summary>
    public required Func<T, string> Show { get; init; }

    /// <summary>Sets it; null when the text is not of its type.</summary>
    public required Func<T, string, T?> Set { get; init; }

    /// <summary>The environment variable.</summary>
    public string Variable => VariablePrefix + Name.Replace('-', '_').ToUpperInvariant();

    /// <summary>The value that holds when nobody sets it.</summary>
    public string Default => Show(new());
}
