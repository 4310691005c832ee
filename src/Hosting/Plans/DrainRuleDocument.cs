namespace RiskAnalyzer.Hosting.Plans;

/// <summary>A MachineDrainRule as a plan writes it; null where it says nothing.</summary>
public sealed record DrainRuleDocument
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>A selector of pods, as kubectl writes it.</summary>
    public string? Pods { get; init; }

    /// <summary>A selector of namespaces by their labels, as kubectl writes it.</summary>
    public string? Namespaces { get; init; }

    /// <summary><c>Drain</c>, <c>Skip</c> or <c>WaitCompleted</c>.</summary>
    public string? Behavior { get; init; }

    /// <summary>Lower orders go first.</summary>
    public int? Order { get; init; }
}
