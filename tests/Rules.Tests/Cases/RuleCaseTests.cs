using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Rules.Tests.Cases;

public sealed class RuleCaseTests
{
    private static readonly RuleCaseRunner Runner = new(RuleCatalog.Default);

    public static TheoryData<string> RuleNames => [.. RuleCatalog.Default.Rules.Select(rule => rule.Descriptor.Name)];

    public static TheoryData<string, int, string> Cases
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var each in RuleCatalog.Default.Rules.SelectMany(RuleCases.Of))
            {
                data.Add(each.Rule, each.Line, each.Title);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_finds_what_its_case_expects(string rule, int line, string title)
    {
        var ruleCase = RuleCases.Of(RuleCatalog.Default.Find(rule)!).Single(each => each.Line == line);

        Assert.Equal(title, ruleCase.Title);
        var disagreements = Runner.Disagreements(ruleCase);
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements));
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void A_rule_has_a_case_in_which_it_finds_something_and_one_in_which_it_stays_silent(string rule)
    {
        var cases = RuleCases.Of(RuleCatalog.Default.Find(rule)!);

        Assert.Contains(cases, each => each.Fires);
        Assert.Contains(cases, each => each.IsSilent);
    }
}
