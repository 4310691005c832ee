namespace RiskAnalyzer.Rules.Policies;

/// <summary>An exemption of a policy file, as parsed.</summary>
public sealed record ExemptionDocument
{
    /// <summary>The rule's name.</summary>
    public string? Rule { get; init; }

    /// <summary>The kind of the objects; null for any.</summary>
    public string? ObjectKind { get; init; }

    /// <summary>The namespace of the objects; null for any.</summary>
    public string? ObjectNamespace { get; init; }

    /// <summary>The name of the object; null for any.</summary>
    public string? ObjectName { get; init; }

    /// <summary>A label selector of the objects; null for any.</summary>
    public string? Selector { get; init; }

    /// <summary>Why the risk is accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The last day on which it holds, such as <c>2027-03-31</c>.</summary>
    public string? Until { get; init; }

    /// <summary>The line on which the exemption starts; 0 when unknown.</summary>
    public int Line { get; init; }
}
