using System.Text.RegularExpressions;
using RiskAnalyzer.Hosting.Pages;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Repository.Tests;

/// <summary>Pages point at files, sections and tests that exist.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = TestKit.Repository.Root;

    public static TheoryData<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md").Concat(
                new[] { "docs", "examples", "deploy" }.Select(folder => Path.Join(Root, folder)).Where(Directory.Exists)
                    .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_of_a_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Join(Root, page))!;
        Assert.All(Links(Path.Join(Root, page)), link =>
        {
            var (path, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, "");
            var target = path.Length == 0 ? Path.Join(Root, page) : Path.GetFullPath(Path.Join(folder, path));
            Assert.True(Path.Exists(target), $"{page} links to {link}, which does not exist");
            Assert.True(anchor.Length == 0 || Anchors(target).Contains(anchor), $"{page} links to {link}, and {path} has no such section");
        });
    }

    [Fact]
    public void Every_invariant_of_the_architecture_names_tests_that_exist()
    {
        var lines = File.ReadAllLines(TestKit.Repository.PathOf("docs", "architecture.md"));
        var invariants = lines.SkipWhile(line => !line.StartsWith("## Invariants", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        var tests = TestNames();
        Assert.NotEmpty(invariants);
        Assert.All(invariants, invariant =>
        {
            var named = Code().Matches(invariant.Split('|')[^2]).Select(match => match.Groups["name"].Value).ToList();
            Assert.True(named.Count > 0, $"no test is named: {invariant}");
            Assert.All(named, name => Assert.True(tests.Contains(name), $"docs/architecture.md names {name}, which is no test"));
        });
    }

    [Fact]
    public void The_pages_of_the_rules_are_current()
    {
        var old = new RulePages(RuleCatalog.Default).OutOfDate(TestKit.Repository.PathOf("docs", "rules"));
        Assert.True(old.Count == 0, $"out of date: {string.Join(", ", old)}; 'dotnet run --project src/Scanner -- rules docs' writes them");
    }

    [Fact]
    public void Every_decision_is_numbered_in_turn_and_says_where_it_stands_and_what_was_decided()
    {
        var decisions = Directory.EnumerateFiles(TestKit.Repository.PathOf("docs", "decisions"), "*.md").Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < decisions.Count; i++)
        {
            var text = File.ReadAllText(decisions[i]);
            Assert.StartsWith($"{i + 1:0000}-", Path.GetFileName(decisions[i]), StringComparison.Ordinal);
            Assert.StartsWith($"# {i + 1}. ", text, StringComparison.Ordinal);
            Assert.Contains("**Status:** ", text, StringComparison.Ordinal);
            Assert.Contains("**Decision.**", text, StringComparison.Ordinal);
        }
    }

    // Classes and methods of all test projects: "RuleCaseTests" and "RuleCaseTests.A_rule_finds_what_its_case_expects".
    private static HashSet<string> TestNames() =>
    [
        .. Directory.EnumerateFiles(TestKit.Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .SelectMany(file => Method().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileNameWithoutExtension(file)}.{match.Groups["name"].Value}")
                .Append(Path.GetFileNameWithoutExtension(file))),
    ];

    private static IEnumerable<string> Links(string file) =>
        Link().Matches(Prose(file)).Select(match => match.Groups["link"].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));

    // As GitHub makes them: lower case, without punctuation, with hyphens for spaces.
    private static HashSet<string> Anchors(string file) =>
    [
        .. Prose(file).Split('\n').Where(line => line.StartsWith('#'))
            .Select(line => NoAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    private static string Prose(string file) => Fence().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"\]\((?<link>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<name>[A-Za-z0-9_.]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"public (async Task|void|Task) (?<name>[A-Z]\w*)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex NoAnchor();
}
