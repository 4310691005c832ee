using RiskAnalyzer.Hosting.Documents;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Hosting.Policies;

/// <summary>A policy, or why there is none.</summary>
/// <param name="Policy">The policy; null when there are mistakes.</param>
/// <param name="File">The file as the user named it.</param>
/// <param name="Mistakes">All mistakes by line; empty when there is a policy.</param>
public sealed record LoadedPolicy(Policy? Policy, string File, IReadOnlyList<DocumentMistake> Mistakes)
{
    /// <summary>The mistakes, one per line, each with file and line.</summary>
    public string Report => string.Join('\n', Mistakes.Select(mistake => mistake.In(File)));
}
