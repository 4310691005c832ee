using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Analysis;

/// <summary>Reports exemptions that cover nothing, because nothing is wrong or because they name no rule.</summary>
internal sealed class UnusedExemption : ExemptionRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "unused-exemption",
        Category = RuleCategory.Analysis,
        Severity = Severity.Low,
        Summary = "An exemption covers nothing",
        Why = """
            An exemption that covers nothing is either a mistake, so that the finding it is meant for still counts, or a leftover that will
            hide the next real finding.
            """,
        Fix = "Correct the name of the rule or of the objects, or remove the exemption.",
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(DeclaredExemption exemption, RuleContext context)
    {
        if (exemption.Mistake is { } mistake)
        {
            return Found(exemption, mistake);
        }

        if (exemption.HasEnded)
        {
            return RuleOutcome.NotApplicable;
        }

        if (exemption.Findings > 0)
        {
            return RuleOutcome.Passed;
        }

        return exemption.UseUnknown is { } reason
            ? RuleOutcome.NotEvaluated(reason)
            : Found(exemption, $"exempts from {exemption.Rule}, which finds nothing here");
    }

    private static RuleOutcome Found(DeclaredExemption exemption, string message) => RuleOutcome.Found(new RuleHit
    {
        Field = exemption.Field,
        Message = message,
        Evidence = [new("rule", exemption.Rule)],
    });
}
