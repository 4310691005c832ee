using RiskAnalyzer.Hosting.Policies;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Rules.Tests.Engine;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Rules.Tests.Policies;

public sealed class PolicyFileTests
{
    private static readonly RuleCatalog Catalog = new([new FirstRisk(), new SecondRisk(), .. RuleCatalog.Default.Rules.OfType<ExemptionRule>()]);
    private static readonly PolicyLoader Loader = new(Catalog);

    public static TheoryData<string> BadFiles =>
        [.. Directory.EnumerateFiles(Folder).Where(file => !file.EndsWith(".txt", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests", "Rules.Tests", "Policies", "Mistakes");

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void All_mistakes_of_a_file_are_reported_at_once_with_line_and_path(string file)
    {
        var loaded = Loader.Parse(File.ReadAllText(Path.Combine(Folder, file)), file);

        Assert.Null(loaded.Policy);
        Assert.Null(Golden.Difference(Path.Combine(Folder, Path.ChangeExtension(file, ".txt")), $"{loaded.Report}\n"));
    }

    [Theory]
    [InlineData("""
        apiVersion: riskanalyzer.io/v1
        kind: RiskPolicy
        metadata: { name: production }
        spec:
          profile: default
          rules:
            first-risk: { enabled: false, severity: info, atAdmission: audit }
            second-risk: { parameters: { limit: 9, names: [x, y] } }
          namespaces:
            - selector: "owner in (operator, platform),!legacy"
              rules: { first-risk: { enabled: true } }
          exemptions:
            - rule: first-risk
              objects: { kind: PodDisruptionBudget, namespace: rook-ceph }
              reason: the operator opens it during maintenance
              owner: storage team
              until: 2027-03-31
        """)]
    [InlineData("{\n\t\"apiVersion\": \"riskanalyzer.io/v1\",\n\t\"kind\": \"RiskPolicy\",\n\t\"metadata\": { \"name\": \"production\" },\n\t\"spec\": { \"rules\": { \"first-risk\": { \"enabled\": false } } }\n}")]
    public void A_good_file_is_read_from_yaml_and_from_json(string text)
    {
        var loaded = Loader.Parse(text, "policy.yaml");

        Assert.Empty(loaded.Mistakes);
        Assert.Equal("production", loaded.Policy!.Name);
        Assert.False(loaded.Policy.Common.Of(Catalog.Find("first-risk")!).IsEnabled);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_one_mistake()
    {
        var loaded = Loader.Load(Path.Combine(Folder, "there-is-no-such-file.yaml"));

        Assert.Null(loaded.Policy);
        Assert.Contains("cannot be read", Assert.Single(loaded.Mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_that_unfolds_beyond_measure_is_a_mistake()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range('b', 8).Select(letter =>
            $"{(char)letter}: &{(char)letter} [{string.Join(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 10))}]\n"));

        Assert.Contains("more than 100000 values", Assert.Single(Loader.Parse(bomb, "bomb.yaml").Mistakes).Message, StringComparison.Ordinal);
    }
}
