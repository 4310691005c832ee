using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Reporting.JUnit;

/// <summary>A test case: a rule on an object, or the drain of a node.</summary>
internal sealed record JUnitCase(string Name, JUnitResult Result)
{
    /// <summary>What happened, in one line; empty when there is nothing to say.</summary>
    public string Message { get; init; } = "";

    /// <summary>The severity of a finding or the outcome of a node.</summary>
    public string Type { get; init; } = "";

    /// <summary>More than the one line; empty when that is all.</summary>
    public string Details { get; init; } = "";

    /// <summary>Where the object stands.</summary>
    public SourceLocation Source { get; init; }

    /// <summary>How long a drain takes; null when the case is no drain.</summary>
    public double? Seconds { get; init; }
}
