namespace RiskAnalyzer.Reporting;

/// <summary>How a report is written.</summary>
public enum ReportFormat
{
    /// <summary>For people at a terminal.</summary>
    Text,

    /// <summary>For programs; versioned.</summary>
    Json,

    /// <summary>For comments and step summaries.</summary>
    Markdown,

    /// <summary>One page without scripts, for browsers and paper.</summary>
    Html,

    /// <summary>SARIF 2.1.0, for code reviews.</summary>
    Sarif,

    /// <summary>JUnit XML, for pipelines.</summary>
    JUnit,
}
