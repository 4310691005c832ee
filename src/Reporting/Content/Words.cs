using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>The words that reports and programs use for closed sets: lower case, with hyphens.</summary>
public static class Words
{
    /// <summary>The word for a severity.</summary>
    public static string Of(Severity severity) => Kebab(severity.ToString());

    /// <summary>The word for a concern of rules.</summary>
    public static string Of(RuleCategory category) => Kebab(category.ToString());

    /// <summary>The word for the end of a maintenance.</summary>
    public static string Of(ForecastOutcome outcome) => Kebab(outcome.ToString());

    /// <summary>The word for the end of a node's drain.</summary>
    public static string Of(NodeOutcome outcome) => Kebab(outcome.ToString());

    /// <summary>The word for what keeps a pod.</summary>
    public static string Of(BlockReason reason) => Kebab(reason.ToString());

    /// <summary>The word for how a pod is taken by force.</summary>
    public static string Of(ForceKind how) => Kebab(how.ToString());

    /// <summary>The name of a format, as the command line takes it.</summary>
    public static string Of(ReportFormat format) => format.ToString().ToLowerInvariant();

    private static string Kebab(string pascal) =>
        string.Concat(pascal.Select((letter, i) => char.IsAsciiLetterUpper(letter) && i > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
