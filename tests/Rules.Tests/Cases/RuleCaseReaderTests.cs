using RiskAnalyzer.Rules.Cases;

namespace RiskAnalyzer.Rules.Tests.Cases;

public sealed class RuleCaseReaderTests
{
    private const string TwoCases = """
        # What stands before the first case is for the reader.
        # case: it fires
        # kubernetes-version: 1.36
        # policy:
        #   rules: { first-risk: { severity: low } }
        kind: A
        spec: 3 # expect: first-risk, second-risk
        ---
        # An ordinary comment stays.
        kind: B # expect-exempted: first-risk
        ---
        # case: it stays silent
        kind: C
        """;

    [Fact]
    public void Cases_know_their_lines_directives_and_expectations()
    {
        var cases = RuleCaseReader.Read("first-risk", "FirstRisk.yaml", TwoCases);

        Assert.Equal(["it fires", "it stays silent"], cases.Select(each => each.Title));
        Assert.Equal([new("first-risk", 7, false), new("second-risk", 7, false), new("first-risk", 10, true)], cases[0].Expected);
        Assert.Equal("1.36", cases[0].Directives[CaseDirective.KubernetesVersion]);
        Assert.Equal("\n   rules: { first-risk: { severity: low } }", cases[0].Directives[CaseDirective.Policy]);
        Assert.True(cases[0].Fires);
        Assert.True(cases[1].IsSilent);
        Assert.Equal("kind: C", cases[1].Yaml.Split('\n')[12]);
    }

    [Fact]
    public void The_manifest_has_no_comments_for_the_runner_and_keeps_its_lines()
    {
        var first = RuleCaseReader.Read("first-risk", "FirstRisk.yaml", TwoCases)[0];

        Assert.Equal("kind: A\nspec: 3\n---\n# An ordinary comment stays.\nkind: B\n", first.Manifest);
        Assert.Equal([6, 7, 8, 9, 10], first.ManifestLines);
    }

    [Theory]
    [InlineData("spec: 3 # expects: first-risk")]
    [InlineData("# expect-sevrity: high")]
    [InlineData("spec: 3 # expect: First")]
    public void A_directive_that_does_not_exist_is_an_error(string line)
    {
        var error = Assert.Throws<FormatException>(() => RuleCaseReader.Read("first-risk", "FirstRisk.yaml", $"# case: a\n{line}\n"));

        Assert.StartsWith("FirstRisk.yaml:2: no such directive", error.Message, StringComparison.Ordinal);
    }
}
