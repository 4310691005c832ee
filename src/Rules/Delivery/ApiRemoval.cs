using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Rules.Delivery;

/// <summary>A version of a kind that Kubernetes no longer serves, or will not.</summary>
/// <param name="ApiVersion">Group and version, for example <c>policy/v1beta1</c>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="RemovedIn">The first minor without it.</param>
/// <param name="Replacement">The version to use instead, the last of a chain of replacements; null when there is none.</param>
/// <param name="ReplacementSince">The first minor with the replacement; null when there is none.</param>
/// <param name="Note">What else changes, in half a sentence; null when nothing is known to.</param>
internal sealed record ApiRemoval(
    string ApiVersion, string Kind, MinorVersion RemovedIn, string? Replacement, MinorVersion? ReplacementSince, string? Note);
