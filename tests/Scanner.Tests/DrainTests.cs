using System.Text.Json;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Scanner.Tests;

public sealed class DrainTests : IDisposable
{
    private static readonly string Cluster = Repository.PathOf("examples", "cluster.json");
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_drain_that_never_ends_fails_and_names_the_budget()
    {
        var result = await CommandLine.RunAsync("drain", Cluster);
        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.StartsWith("Never ends: the drain of worker-1", result.Output, StringComparison.Ordinal);
        Assert.Contains("PodDisruptionBudget/shop/payments", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1h", ExitCode.Fine)]
    [InlineData("30s", ExitCode.Findings)]
    public async Task A_drain_fails_when_it_does_not_fit_the_window(string window, int exitCode)
    {
        var result = await CommandLine.RunAsync("drain", Cluster, "--nodes", "data-1", "--window", window);
        Assert.Equal(exitCode, result.ExitCode);
    }

    [Fact]
    public async Task Nodes_are_named_or_selected()
    {
        Assert.Equal(["data-2", "data-1"], await NodesAsync("--nodes", "data-2,data-1"));
        Assert.Equal(["data-1", "data-2"], await NodesAsync("--nodes", "data-2,data-1", "--order", "name"));
        Assert.Equal(["data-1", "data-2"], await NodesAsync("--nodes", "elastisys.io/node-group=data"));
        Assert.Equal(["worker-3", "worker-2", "worker-1", "data-2", "data-1"], await NodesAsync("--profile", "reboot-playbook"));
    }

    public static TheoryData<string> Profiles => [.. PlanText.ProfileNames];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Every_orchestrator_is_known_by_its_name(string profile)
    {
        var result = await CommandLine.RunAsync("drain", Cluster, "--profile", profile, "--format", "json", "--fail-on", "never", "--seeds", "1");
        Assert.True(result.ExitCode == ExitCode.Fine, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(profile, json.RootElement.GetProperty("profile").GetString());
    }

    [Fact]
    public async Task A_plan_with_mistakes_ends_with_all_of_them_and_their_lines()
    {
        var plan = _files.Write("plan.yaml", """
            apiVersion: riskanalyzer.io/v1
            kind: MaintenancePlan
            spec:
              profile: kubctl
              nodes: { names: [worker-1, worker-9, worker-1], selector: pool=x }
              concurrency: 0
              drain:
                timeoutSeconds: -5
                gracePeriod: 30
                podSelector: app in web
              nodeWorkSeconds: soon
              window: { start: 2020-01-01T00:00:00Z, duration: 2h }
            """);
        var result = await CommandLine.RunAsync("drain", Cluster, "--plan", plan);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        string[] expected =
        [
            ":4: spec.profile: must be one of kubectl,", ":5: spec.nodes.selector: says which nodes are meant", ":5: spec.nodes.names[1]: there is no node 'worker-9' (did you mean 'worker-1'?)",
            "names 'worker-1' more than once", ":6: spec.concurrency: must be a whole number from 1", ":8: spec.drain.timeoutSeconds: must be 0 for no limit",
            ":9: spec.drain.gracePeriod: is no field here (did you mean 'gracePeriodSeconds'?)", ":10: spec.drain.podSelector: 'app in web' is not a label requirement",
            ":11: spec.nodeWorkSeconds: must be a whole number", ":12: spec.window.start: is in the past",
        ];
        Assert.All(expected, message => Assert.Contains(message, result.Error, StringComparison.Ordinal));
        Assert.All(result.Error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith($"riskanalyzer: {plan}:", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--nodes: 'pool=none' selects none of 6 nodes", "--nodes", "pool=none")]
    [InlineData("--nodes: there is no node 'worker-9' (did you mean 'worker-1'?)", "--nodes", "worker-9")]
    [InlineData("--concurrency: must be a whole number from 1", "--concurrency", "-1")]
    [InlineData("--concurrency: must be a whole number from 1", "--concurrency", "101%")]
    [InlineData("--pod-selector: 'app in web' is not a label requirement", "--pod-selector", "app in web")]
    [InlineData("--order: must be one of as-listed, name, reverse-name", "--order", "random")]
    public async Task A_plan_from_options_is_judged_the_same_way(string message, params string[] options)
    {
        var result = await CommandLine.RunAsync(["drain", Cluster, .. options]);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_of_options_and_of_the_plan_are_listed_together()
    {
        var result = await CommandLine.RunAsync("drain", Cluster, "--profile", "nope", "--concurrency", "0", "--timeout", "soon", "--window", "never", "--fail-on", "always");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        string[] expected = ["--profile: must be one of", "--concurrency: must be", "--timeout: must be", "--window: must be", "--fail-on: 'always' is no severity"];
        Assert.All(expected, message => Assert.Contains(message, result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_file_and_options_of_a_plan_contradict_each_other()
    {
        var result = await CommandLine.RunAsync("drain", Cluster, "--plan", Repository.PathOf("examples", "plan.yaml"), "--profile", "kured");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("--plan: the file is the plan, and so are --profile", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_plan_of_the_recordings_is_read()
    {
        foreach (var folder in Directory.EnumerateDirectories(Repository.PathOf("tests", "recordings")))
        {
            var result = await CommandLine.RunAsync(
                "drain", Path.Join(folder, "run-1", "cluster.json"), "--plan", Path.Join(folder, "plan.json"), "--format", "json", "--fail-on", "never", "--seeds", "1");
            Assert.True(result.ExitCode == ExitCode.Fine, result.Error);
        }
    }

    [Fact]
    public async Task An_observed_history_goes_before_the_default_and_is_named_as_the_source()
    {
        var history = _files.Write("observed.yaml", """
            apiVersion: riskanalyzer.io/v1
            kind: ObservedHistory
            workloads:
              Deployment/shop/cart: { startupSeconds: 77 }
            """);
        var result = await CommandLine.RunAsync("drain", Cluster, "--nodes", "worker-1", "--timeout", "1m", "--observed", history, "--expand");
        Assert.Contains("Deployment/shop/cart startup: Ready 77 s after being bound (observed)", result.Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        var wrong = await CommandLine.RunAsync("drain", Cluster, "--observed", _files.Write("wrong.yaml", "apiVersion: riskanalyzer.io/v1\nkind: ObservedHistory\nworkloads: { cart: { startupSeconds: -1 } }\n"));
        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.Contains("wrong.yaml:3: workloads.cart: must be named Kind/namespace/name", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("wrong.yaml:3: workloads.cart.startupSeconds: must be seconds", wrong.Error, StringComparison.Ordinal);
    }

    private static async Task<List<string?>> NodesAsync(params string[] options)
    {
        var result = await CommandLine.RunAsync(["drain", Cluster, "--format", "json", .. options]);
        using var json = JsonDocument.Parse(result.Output);
        return [.. json.RootElement.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString())];
    }
}
