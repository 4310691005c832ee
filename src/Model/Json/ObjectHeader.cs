using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>What every object begins with; the metadata are null when they are missing.</summary>
internal readonly record struct ObjectHeader(ObjectType Type, ObjectMeta? Metadata);
