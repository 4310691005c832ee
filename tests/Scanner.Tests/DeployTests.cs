using System.Text.Json.Nodes;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>The product keeps what it asks of others.</summary>
public sealed class DeployTests
{
    [Fact]
    public async Task The_manifests_of_deploy_have_no_finding_above_info()
    {
        var folder = TestKit.Repository.PathOf("deploy");
        var run = await CommandLine.RunAsync("scan", folder, "--policy", Path.Join(folder, "base", "policy.yaml"), "--format", "json", "--fail-on", "low");
        Assert.Equal("", run.Error);
        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray().Where(finding => (string?)finding!["severity"] != "info");
        Assert.Equal("", string.Join('\n', findings.Select(finding => $"{finding!["rule"]} {finding["object"]!["name"]}: {finding["message"]}")));
        Assert.Equal(0, run.ExitCode);
    }
}
