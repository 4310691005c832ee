namespace RiskAnalyzer.Rules.Policies;

/// <summary>What a finding of a rule does at admission; the words are those of Pod Security.</summary>
public enum AdmissionMode
{
    /// <summary>The answer carries a warning; the default.</summary>
    Warn,

    /// <summary>The finding is only recorded.</summary>
    Audit,

    /// <summary>The request is denied.</summary>
    Enforce,

    /// <summary>The rule is not asked.</summary>
    Off,
}
