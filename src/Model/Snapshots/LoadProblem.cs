using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>Something that could not be read, and where; it is reported, and everything else goes on.</summary>
/// <param name="Location">The file and line; empty for a live cluster.</param>
/// <param name="Message">What is wrong and, where it helps, what would be right.</param>
/// <param name="IsPartial">Whether the object is a template or a patch, which is passed over on purpose and is no error.</param>
/// <param name="IsCutOff">Whether the input ends here before its time, so that nobody knows what is missing.</param>
public sealed record LoadProblem(SourceLocation Location, string Message, bool IsPartial = false, bool IsCutOff = false);
