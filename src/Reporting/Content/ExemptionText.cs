using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Words about exempted findings.</summary>
internal static class ExemptionText
{
    /// <summary>Why a finding is exempted, as its author says.</summary>
    public static string Reason(AppliedExemption exemption) => exemption.Reason.Length > 0 ? exemption.Reason : "no reason given";
}
