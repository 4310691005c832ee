using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>The owners of an object.</summary>
/// <param name="Controller">The one that controls it; null when none does.</param>
/// <param name="Any">Whether there is an owner at all.</param>
internal readonly record struct ObjectOwners(OwnerReference? Controller, bool Any);
