namespace RiskAnalyzer.Reporting.Text;

/// <summary>What a piece of text is, for a terminal that can show colours.</summary>
public enum Tone
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>The heading of a section.</summary>
    Heading,

    /// <summary>The name of an object.</summary>
    Name,

    /// <summary>Less important than the rest.</summary>
    Quiet,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Context.</summary>
    Info,

    /// <summary>Hygiene.</summary>
    Low,

    /// <summary>Likely trouble.</summary>
    Medium,

    /// <summary>Downtime or overrun.</summary>
    High,

    /// <summary>Nothing goes on.</summary>
    Blocker,
}
