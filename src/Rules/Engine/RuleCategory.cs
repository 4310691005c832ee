namespace RiskAnalyzer.Rules.Engine;

/// <summary>Concerns that rules are listed under.</summary>
public enum RuleCategory
{
    /// <summary>Replicas and their spread.</summary>
    Availability,

    /// <summary>Disruption budgets.</summary>
    Disruption,

    /// <summary>Termination and the time a drain takes.</summary>
    Termination,

    /// <summary>Room and scheduling.</summary>
    Capacity,

    /// <summary>Storage.</summary>
    Storage,

    /// <summary>Go-live hygiene.</summary>
    Hygiene,

    /// <summary>Versions and removed APIs.</summary>
    Delivery,

    /// <summary>What the forecast of a drain shows.</summary>
    Drain,

    /// <summary>The analysis itself: exemptions.</summary>
    Analysis,
}
