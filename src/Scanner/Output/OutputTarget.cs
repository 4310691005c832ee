using RiskAnalyzer.Reporting;

namespace RiskAnalyzer.Scanner.Output;

/// <summary>A report in one format, and where it goes.</summary>
/// <param name="Format">The format.</param>
/// <param name="File">The file; null for standard output.</param>
internal sealed record OutputTarget(ReportFormat Format, string? File);
