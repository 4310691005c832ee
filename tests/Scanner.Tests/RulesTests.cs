using System.Text.Json;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>The command that lists, explains and documents the rules.</summary>
public sealed class RulesTests
{
    private static IEnumerable<string> Names => RuleCatalog.Default.Rules.Select(rule => rule.Descriptor.Name);

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task The_list_names_every_rule_once_and_fits_the_terminal(int width)
    {
        var result = await CommandLine.InAsync(new(Width: width), "rules", "list");
        var lines = result.Output.Split('\n');

        // A long name is broken where the terminal is narrow.
        var text = string.Concat(lines.Select(line => line.Trim()));
        Assert.All(Names, name => Assert.True(width < 80 ? text.Contains(name, StringComparison.Ordinal) : lines.Count(line => line.Split(' ').Contains(name)) == 1, name));
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public async Task A_piped_list_has_one_line_for_each_rule()
    {
        var result = await CommandLine.InAsync(new(IsPiped: true), "rules", "list");
        var entries = result.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal));
        Assert.Equal(Names, entries.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_list_is_narrowed_by_category_and_severity()
    {
        using var json = JsonDocument.Parse((await CommandLine.RunAsync("rules", "list", "--category", "disruption", "--severity", "blocker", "--format", "json")).Output);
        var expected = RuleCatalog.Default.Rules.Where(rule => rule.Descriptor is { Category: RuleCategory.Disruption, Severity: Severity.Blocker })
            .Select(rule => rule.Descriptor.Name);
        Assert.Equal(expected, json.RootElement.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_list_as_json_says_all_that_a_page_says()
    {
        using var json = JsonDocument.Parse((await CommandLine.RunAsync("rules", "list", "--format", "json")).Output);
        var rule = json.RootElement.GetProperty("rules").EnumerateArray().Single(each => each.GetProperty("name").GetString() == "single-replica");
        Assert.Equal("high", rule.GetProperty("severity").GetString());
        Assert.Equal("minReplicas", rule.GetProperty("parameters")[0].GetProperty("name").GetString());
        Assert.StartsWith("https://", rule.GetProperty("sources")[0].GetProperty("address").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_rules_are_explained_one_after_the_other_and_every_unknown_name_is_a_mistake()
    {
        var result = await CommandLine.RunAsync("rules", "explain", "single-replica", "bare-pod");
        Assert.StartsWith("single-replica\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n\nbare-pod\n", result.Output, StringComparison.Ordinal);
        var wrong = await CommandLine.RunAsync("rules", "explain", "single-repica", "bare-pot");
        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.Contains("'single-replica'?", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("'bare-pod'?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_written_checked_and_found_out_of_date()
    {
        using var files = new TemporaryFiles();
        Assert.Equal(ExitCode.Fine, (await CommandLine.RunAsync("rules", "docs", "--out", files.Path)).ExitCode);
        Assert.Equal(ExitCode.Fine, (await CommandLine.RunAsync("rules", "docs", "--out", files.Path, "--check")).ExitCode);
        File.AppendAllText(files.PathOf("single-replica.md"), "by hand\n");
        var result = await CommandLine.RunAsync("rules", "docs", "--out", files.Path, "--check");
        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.Contains("single-replica.md", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_reports()
    {
        var result = await CommandLine.RunAsync("--version");
        Assert.StartsWith(ToolVersion.Text, result.Output, StringComparison.Ordinal);
    }
}
