using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Tests.Engine;

public sealed class RuleCatalogTests
{
    [Fact]
    public void Two_rules_with_one_name_stop_the_start()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new RuleCatalog([new FirstRisk(), new FirstRisk()]));

        Assert.Equal("2 rules have the name first-risk", error.Message);
    }

    [Fact]
    public void A_class_that_does_not_carry_its_rules_name_stops_the_start()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new RuleCatalog([new MisnamedRisk()]));

        Assert.Equal("class MisnamedRisk carries the rule name first-risk", error.Message);
    }

    [Fact]
    public void Rules_are_found_by_type_and_sorted_by_name()
    {
        var names = RuleCatalog.Default.Rules.Select(rule => rule.Descriptor.Name).ToArray();

        Assert.Contains("expired-exemption", names);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Every_rule_says_what_why_and_what_to_do_in_sentences_that_fit_the_page()
    {
        foreach (var rule in RuleCatalog.Default.Rules.Select(rule => rule.Descriptor))
        {
            Assert.Matches("^[A-Z].*[^.]$", rule.Summary);
            Assert.DoesNotContain('|', rule.Summary);
            Assert.EndsWith(".", rule.Why.Trim(), StringComparison.Ordinal);
            Assert.EndsWith(".", rule.Fix.Trim(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_parameter_accepts_its_own_default_and_says_where_it_comes_from()
    {
        foreach (var parameter in RuleCatalog.Default.Rules.SelectMany(rule => rule.Parameters))
        {
            _ = parameter.Parse(parameter.DefaultText.Trim('[', ']'), out var error);

            Assert.Null(error);
            Assert.NotEmpty(parameter.Source);
            Assert.Matches("^[a-z][A-Za-z]*$", parameter.Name);
        }
    }
}
