using RiskAnalyzer.Hosting.Pages;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Tests.Pages;

public sealed class RulePageTests
{
    private static readonly RulePages Pages = new(RuleCatalog.Default);

    [Fact]
    public void A_page_shows_what_the_rule_really_says_of_its_example()
    {
        var page = Pages.Page(RuleCatalog.Default.Find("expired-exemption")!);

        Assert.Contains("exempts from long-termination-grace only until 2027-03-31, so 1 finding counts", page, StringComparison.Ordinal);
        Assert.Contains("Captured at 2027-04-01T00:00:00Z.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("# expect", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_the_pages_repairs_what_is_missing_changed_or_left_over()
    {
        var directory = Directory.CreateTempSubdirectory("riskanalyzer-pages-").FullName;
        try
        {
            _ = Pages.Write(directory);
            File.Delete(Path.Combine(directory, "README.md"));
            File.WriteAllText(Path.Combine(directory, "expired-exemption.md"), "changed");
            File.WriteAllText(Path.Combine(directory, "no-such-rule.md"), "left over");

            Assert.Equal(["README.md", "expired-exemption.md", "no-such-rule.md"], Pages.OutOfDate(directory));
            Assert.Equal(["README.md", "expired-exemption.md", "no-such-rule.md"], Pages.Write(directory));
            Assert.Empty(Pages.OutOfDate(directory));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
