namespace RiskAnalyzer.Webhook.Admission;

/// <summary>What is answered to a review.</summary>
internal sealed record AdmissionAnswer
{
    /// <summary>Allowed, and nothing to say.</summary>
    public static AdmissionAnswer Silent { get; } = new() { Decision = "clean" };

    /// <summary>Why the request is denied; null when it is allowed.</summary>
    public string? Denial { get; init; }

    /// <summary>Warnings, most severe first.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the audit log gets, by key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> AuditAnnotations { get; init; } = [];

    /// <summary>The answer in one word, for the metric: clean, warned, denied, shed or failed.</summary>
    public required string Decision { get; init; }

    /// <summary>Allowed with one warning.</summary>
    public static AdmissionAnswer Warning(string decision, string text) => new() { Decision = decision, Warnings = [WarningText.Clean(text)] };
}
