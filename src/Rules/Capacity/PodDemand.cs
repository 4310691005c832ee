using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>What a pod asks of a node beside room.</summary>
/// <param name="Restricting">The specification, where it restricts the nodes by labels or names.</param>
/// <param name="ByHost">The namespace in which pods may keep each other off a host; null where none does.</param>
internal sealed record PodDemand(PodSpec? Restricting, string? ByHost);
