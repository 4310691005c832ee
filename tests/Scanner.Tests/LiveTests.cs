using System.Text.Json.Nodes;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>Without a SOURCE the commands read the live cluster, and a file that was written of it says the same.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private readonly TemporaryFiles _files = new();
    private readonly TestCertificates _certificates = new();
    private readonly InMemoryKubernetesApi _cluster = new() { PageSize = 5 };
    private FakeApiServer _server = null!;
    private CommandLine.Surroundings _surroundings = new();

    public async ValueTask InitializeAsync()
    {
        var recording = File.ReadAllText(Repository.PathOf("tests", "recordings", "rolling-four", "run-1", "cluster.json"));
        foreach (var item in JsonNode.Parse(recording)!["items"]!.AsArray())
        {
            _cluster.Put(item!.AsObject());
        }

        _server = await FakeApiServer.StartAsync(_cluster, _certificates.Server());
        UseKubeconfig(_server.Kubeconfig(_certificates.AuthorityPem));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificates.Dispose();
        _files.Dispose();
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("drain")]
    public async Task A_file_gives_the_same_result_as_the_cluster_that_it_was_written_of(string command)
    {
        var file = _files.PathOf("cluster.json.gz");
        var written = await CommandLine.InAsync(_surroundings, "snapshot", "--out", file);
        Assert.Equal(ExitCode.Fine, written.ExitCode);
        Assert.Contains($"wrote {file}; left out: Secrets", written.Error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(_files.Path, "*.gz*"));

        var live = await CommandLine.InAsync(_surroundings, command, "--format", "json");
        var read = await CommandLine.RunAsync(command, file, "--format", "json");
        Assert.Equal(live.ExitCode, read.ExitCode);
        Assert.Equal(WithoutPlaces(live.Output), WithoutPlaces(read.Output));
        Assert.Matches(@"^riskanalyzer: read \d+ objects of context test; the lists show states of the cluster that are up to \d+\.\d s apart\n$", live.Error);
    }

    [Fact]
    public async Task A_server_that_is_given_by_its_address_alone_is_named_once()
    {
        var result = await CommandLine.InAsync(new(), "scan", "--server", "https://127.0.0.1:1", "--token", "any");
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.Contains(" at https://127.0.0.1:1/: connection refused;", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_that_does_not_exist_is_not_taken_for_an_empty_one()
    {
        var result = await CommandLine.InAsync(_surroundings, "scan", "--namespace", "no-such");
        Assert.Equal((ExitCode.NoVerdict, "", "riskanalyzer: context test: there is no namespace no-such\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("snapshot", "--out")]
    public async Task Ctrl_C_stops_the_reading_and_leaves_no_half_file(params string[] command)
    {
        using var pressed = new CancellationTokenSource();
        _server.Intercept = async context =>
        {
            await pressed.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return true;
        };
        string[] arguments = command is [_, _] ? [.. command, _files.PathOf("cluster.json.gz")] : command;
        var result = await CommandLine.InAsync(_surroundings with { Interruption = pressed.Token }, arguments);
        Assert.Equal((ExitCode.Interrupted, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Empty(Directory.GetFiles(_files.Path, "*.gz*"));
    }

    [Fact]
    public async Task A_snapshot_goes_to_standard_output()
    {
        var output = new MemoryStream();
        var result = await CommandLine.InAsync(_surroundings with { RawOutput = output }, "snapshot", "--out", "-");
        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Equal("List", (string?)JsonNode.Parse(output.ToArray())!["kind"]);
    }

    [Fact]
    public async Task Missing_rights_are_printed_and_the_rest_goes_on()
    {
        _ = _cluster.Forbidden.Add("services");
        var result = await CommandLine.InAsync(_surroundings, "scan", "--no-forecast");
        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Contains("no permission to list them", result.Output, StringComparison.Ordinal);
        Assert.Contains("Not evaluated, the input has no Services", result.Output, StringComparison.Ordinal);
        Assert.Contains("- apiGroups: [\"\"]\n  resources: [services]\n  verbs: [list]\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_may_be_read_the_rights_can_be_applied_as_they_are_printed()
    {
        _cluster.Forbidden.UnionWith(ApiResources.All.Select(resource => resource.Plural));
        var result = await CommandLine.InAsync(_surroundings, "scan");
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.Contains("riskanalyzer: context test: nothing of it may be read\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Without_budgets_there_is_no_forecast()
    {
        _ = _cluster.Forbidden.Add("poddisruptionbudgets");
        var file = _files.PathOf("cluster.json");
        _ = await CommandLine.InAsync(_surroundings, "snapshot", "--out", file);
        foreach (var result in new[] { await CommandLine.InAsync(_surroundings, "drain"), await CommandLine.RunAsync("drain", file) })
        {
            Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
            Assert.Contains("no forecast without PodDisruptionBudget", result.Error, StringComparison.Ordinal);
        }

        var scan = await CommandLine.InAsync(_surroundings, "scan");
        Assert.Contains("Not evaluated, no forecast was made", scan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_fails_half_way_gives_no_verdict_and_no_file()
    {
        _server.Intercept = async context =>
        {
            if (context.Request.Path != "/api/v1/pods")
            {
                return false;
            }

            context.Response.ContentType = "text/html";
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<html>");
            return true;
        };
        var file = _files.PathOf("cluster.json");
        foreach (var command in new string[][] { ["scan"], ["drain"], ["snapshot", "--out", file] })
        {
            var result = await CommandLine.InAsync(_surroundings, command);
            Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
            Assert.Contains("cannot list pods", result.Error, StringComparison.Ordinal);
            Assert.Empty(result.Output);
        }

        Assert.Empty(Directory.GetFiles(_files.Path, "cluster*"));
    }

    [Fact]
    public async Task A_wrong_certificate_gives_no_verdict()
    {
        using var stranger = new TestCertificates("stranger");
        UseKubeconfig(_server.Kubeconfig(stranger.AuthorityPem));
        var result = await CommandLine.InAsync(_surroundings, "scan");
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.Contains("does not know (CN=test authority)", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no cluster to read", "scan")]
    [InlineData("--kubeconfig: none does not exist", "scan", "--kubeconfig", "none")]
    public async Task Without_a_cluster_there_is_no_verdict(string message, params string[] arguments)
    {
        var result = await CommandLine.RunAsync(arguments);
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--namespace: a forecast needs every pod of a node", "drain", "--namespace", "shop")]
    [InlineData("--as-group: needs --as", "scan", "--as-group", "dev")]
    [InlineData("--request-timeout: must be a duration", "scan", "--request-timeout", "soon")]
    [InlineData("--out: is missing", "snapshot")]
    [InlineData("does not exist", "snapshot", "--out", "/no/such/folder/x.json")]
    public async Task Options_that_make_no_sense_are_wrong_usage(string message, params string[] arguments)
    {
        var result = await CommandLine.InAsync(_surroundings, arguments);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private void UseKubeconfig(string content) =>
        _surroundings = new() { Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["KUBECONFIG"] = _files.Write("kubeconfig", content) } };

    // The time passes between two readings, and a cluster has no lines.
    private static string WithoutPlaces(string report)
    {
        var json = JsonNode.Parse(report)!;
        Clean(json);
        return json.ToJsonString();

        static void Clean(JsonNode? node)
        {
            if (node is JsonObject fields)
            {
                foreach (var name in new[] { "file", "line", "source", "capturedAt" })
                {
                    _ = fields.Remove(name);
                }

                foreach (var (_, value) in fields)
                {
                    Clean(value);
                }
            }
            else if (node is JsonArray items)
            {
                foreach (var item in items)
                {
                    Clean(item);
                }
            }
        }
    }
}
