namespace RiskAnalyzer.Model.Json;

/// <summary>A condition of any status.</summary>
internal readonly record struct Condition(string Type, string Status, DateTimeOffset? Since, string? Reason, string? Message)
{
    public bool IsTrue => Status == "True";
}
