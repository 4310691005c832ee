using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Tests.Engine;

/// <summary>A rule that finds something on every pod.</summary>
internal sealed class AnyPod : Rule<Pod>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "any-pod",
        Category = RuleCategory.Termination,
        Severity = Severity.Medium,
        Summary = "A pod exists",
        Why = "It is a test.",
        Fix = "Nothing.",
    };

    public override RuleOutcome Check(Pod subject, RuleContext context) => FixedRule.Hit("exists");
}
