namespace RiskAnalyzer.Rules.Engine;

/// <summary>How bad a finding is. At admission every severity is only a warning.</summary>
public enum Severity
{
    /// <summary>Context.</summary>
    Info,

    /// <summary>Hygiene.</summary>
    Low,

    /// <summary>Likely trouble.</summary>
    Medium,

    /// <summary>Downtime or overrun is expected.</summary>
    High,

    /// <summary>The run cannot finish, or data is lost.</summary>
    Blocker,
}
