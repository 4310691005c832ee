using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Json;

/// <summary>The version and kind of an object; either is empty when it is not said.</summary>
public readonly record struct ObjectType(string ApiVersion, string Kind)
{
    /// <summary>Neither version nor kind.</summary>
    public static ObjectType Unknown { get; } = new("", "");

    /// <summary>Whether both are said.</summary>
    public bool IsComplete => ApiVersion.Length > 0 && Kind.Length > 0;

    /// <summary>The API group, empty for the core group.</summary>
    public string Group => ObjectReference.GroupOf(ApiVersion);
}
