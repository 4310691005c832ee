namespace RiskAnalyzer.Scanner.Tests;

/// <summary>What is wrong on the command line is said in one message, with what would be right, and ends with exit code 2.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("there is no option --formt (did you mean '--format'?)", "scan", "a.yaml", "--formt", "json")]
    [InlineData("there is no command 'scna' (did you mean 'scan'?)", "scna")]
    [InlineData("a command is missing: scan, drain, snapshot, rules")]
    [InlineData("a command is missing: list, explain, docs; 'riskanalyzer rules --help' describes them", "rules")]
    [InlineData("--format: 'jsn' is no format (did you mean 'json'?)", "scan", "a.yaml", "--format", "jsn")]
    [InlineData("--format: 2 formats would go to standard output", "scan", "a.yaml", "--format", "json", "--format", "text")]
    [InlineData("does not exist", "scan", "a.yaml", "--format", "json=/no/such/folder/x.json")]
    [InlineData("--format: sarif is about lines of manifests", "drain", "a.yaml", "--format", "sarif")]
    [InlineData("--fail-on: 'hihg' is no severity (did you mean 'high'?)", "scan", "a.yaml", "--fail-on", "hihg")]
    [InlineData("--kubernetes-version: must be a version such as 1.36, but is 'latest'", "scan", "a.yaml", "--kubernetes-version", "latest")]
    [InlineData("--window: must be a duration such as 90s, 45m, 2h or 1h30m and above 0, but is '2 hours'", "drain", "a.yaml", "--window", "2 hours")]
    [InlineData("--window: must be a duration such as 90s, 45m, 2h or 1h30m and above 0, but is '0s'", "drain", "a.yaml", "--window", "0s")]
    [InlineData("--seeds: must be a whole number from 1 to", "drain", "a.yaml", "--seeds", "0")]
    [InlineData("--plan: cannot read missing.yaml: there is no such file", "scan", "a.yaml", "--plan", "missing.yaml")]
    [InlineData("--plan: says what to forecast, and --no-forecast that nothing is", "scan", "a.yaml", "--plan", "missing.yaml", "--no-forecast")]
    [InlineData("--context: is about a live cluster, but SOURCE names files", "scan", "a.yaml", "--context", "prod")]
    [InlineData("NAME: there is no rule 'single-repica' (did you mean 'single-replica'?)", "rules", "explain", "single-repica")]
    [InlineData("NAME: name a rule; 'riskanalyzer rules list' lists them", "rules", "explain")]
    [InlineData("--category: must be one of availability, disruption", "rules", "list", "--category", "disrupton")]
    [InlineData("(did you mean 'high'?), but is 'hihg'", "rules", "list", "--severity", "hihg")]
    [InlineData("--format: sarif is about findings", "rules", "list", "--format", "sarif")]
    [InlineData("--profile: must be one of kubectl, kured", "drain", "a.yaml", "--profile", "kubctl")]
    public async Task A_mistake_is_named_with_what_would_be_right(string message, params string[] arguments)
    {
        using var files = new TemporaryFiles();
        var manifest = files.Write("a.yaml", Inputs.Manifest);
        var result = await CommandLine.RunAsync([.. arguments.Select(argument => argument == "a.yaml" ? manifest : argument)]);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.All(result.Error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("riskanalyzer: ", line, StringComparison.Ordinal));
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task All_mistakes_are_listed_at_once()
    {
        var result = await CommandLine.RunAsync("drain", "--format", "jsn", "--fail-on", "all", "--seeds", "many", "--window", "soon");
        Assert.Equal(4, result.Error.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("drain")]
    [InlineData("rules", "list")]
    [InlineData("rules", "explain")]
    [InlineData("rules", "docs")]
    [InlineData]
    public async Task Help_ends_with_examples_and_exit_codes(params string[] command)
    {
        var result = await CommandLine.RunAsync([.. command, "--help"]);
        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Contains("Examples:\n  riskanalyzer ", result.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_says_why_and_what_to_do()
    {
        var result = await CommandLine.RunAsync("rules", "explain", "single-replica");
        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Contains("\nWHY\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nFIX\n", result.Output, StringComparison.Ordinal);
    }
}
