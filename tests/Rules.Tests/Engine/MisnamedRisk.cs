namespace RiskAnalyzer.Rules.Tests.Engine;

/// <summary>A rule that carries another name than its class.</summary>
internal sealed class MisnamedRisk : FixedRule
{
    public override string Name => "first-risk";
}
