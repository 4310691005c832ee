using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Tests.Engine;

/// <summary>The second of two rules, with a parameter.</summary>
internal sealed class SecondRisk : FixedRule
{
    public static readonly Int32Parameter Limit = new("limit", 2, 1, 9, "replicas", "The limit.", "own choice");

    public static readonly TextListParameter Names = new("names", ["a", "b"], "The names.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [Limit, Names];
}
