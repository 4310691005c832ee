namespace RiskAnalyzer.Reporting.JUnit;

/// <summary>How a test case ended.</summary>
internal enum JUnitResult
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failure,

    /// <summary>It could not be carried out.</summary>
    Error,

    /// <summary>It was not carried out.</summary>
    Skipped,
}
