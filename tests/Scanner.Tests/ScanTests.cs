using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Scanner.Tests;

public sealed class ScanTests : IDisposable
{
    private static readonly string Examples = Repository.PathOf("examples");
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(Inputs.Manifest, "blocker", ExitCode.Fine)]
    [InlineData(Inputs.Manifest, "high", ExitCode.Findings)]
    [InlineData(Inputs.Manifest, "never", ExitCode.Fine)]
    [InlineData(Inputs.Blocked, "blocker", ExitCode.Findings)]
    [InlineData(Inputs.Blocked, "never", ExitCode.Fine)]
    public async Task The_exit_code_follows_the_worst_finding(string manifest, string failOn, int exitCode) =>
        Assert.Equal(exitCode, (await CommandLine.InAsync(new(Input: manifest), "scan", "-", "--fail-on", failOn)).ExitCode);

    [Fact]
    public async Task An_exempted_finding_is_shown_but_does_not_count()
    {
        var manifest = Inputs.Blocked.Replace(
            "metadata: { namespace: shop, name: cart }\nspec:\n  maxUnavailable",
            "metadata: { namespace: shop, name: cart, annotations: { riskanalyzer.io/ignore: budget-never-allows, riskanalyzer.io/ignore-reason: agreed } }\nspec:\n  maxUnavailable",
            StringComparison.Ordinal);
        var result = await CommandLine.InAsync(new(Input: manifest), "scan", "-");
        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Contains("EXEMPTED (1)", result.Output, StringComparison.Ordinal);
        Assert.Contains("agreed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_shows_the_five_risks_and_its_healthy_twins_stay_silent()
    {
        var result = await CommandLine.RunAsync("scan", Examples, "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        var found = json.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => (Rule: finding.GetProperty("rule").GetString(), Name: finding.GetProperty("object").GetProperty("name").GetString())).ToHashSet();
        Assert.Superset(
            new HashSet<(string?, string?)>
            {
                ("single-replica", "cart"), ("replicas-on-one-node", "search"), ("long-termination-grace", "mailer"),
                ("budget-covers-all-replicas", "payments"), ("no-room-for-node-loss", "data-1"), ("budget-never-allows", "newsletter"),
            },
            found);
        string[] twins = ["checkout", "catalog", "notifier", "orders", "dashboards", "queue", "coupons", "node-exporter"];
        Assert.DoesNotContain(found, finding => twins.Contains(finding.Name));
        Assert.Equal("never-ends", json.RootElement.GetProperty("forecast").GetProperty("outcome").GetString());
        Assert.Equal(ExitCode.Findings, result.ExitCode);
    }

    [Fact]
    public async Task A_second_run_gives_the_same_bytes_in_every_format()
    {
        var (first, second) = (await AllFormatsAsync("1"), await AllFormatsAsync("2"));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_finding_points_at_the_line_of_its_field()
    {
        var file = _files.Write("cart.yaml", Inputs.Manifest);
        using var json = JsonDocument.Parse((await CommandLine.RunAsync("scan", file, "--format", "json")).Output);
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("rule").GetString() == "single-replica");
        Assert.Equal(5, finding.GetProperty("line").GetInt32());
        Assert.Equal(file, finding.GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("empty.yaml", "")]
    [InlineData("tabs.yaml", "apiVersion: v1\n\tkind: Pod\n")]
    [InlineData("truncated.json", """{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Po""")]
    [InlineData("bracket.yaml", "an open bracket behind a key: {\ninvalid: and no end")]
    [InlineData("binary.json", "\u0000\u0001\u0002\u0003")]
    public async Task Input_that_cannot_be_read_is_an_error_that_names_it(string name, string text)
    {
        var file = _files.Write(name, text);
        var result = await CommandLine.RunAsync("scan", file);
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_and_a_directory_without_manifests_are_errors()
    {
        foreach (var source in new[] { _files.PathOf("missing.yaml"), _files.Path })
        {
            var result = await CommandLine.RunAsync("scan", source);
            Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
            Assert.Contains(source, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Templates_alone_are_reported_but_are_no_verdict()
    {
        var file = _files.Write("deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\nspec: {}\n");
        var result = await CommandLine.RunAsync("scan", file);
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.Contains("Partial, not judged (1):", result.Output, StringComparison.Ordinal);
        Assert.Contains("nothing in it could be judged", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: { namespace: shop, name: other }\nspec: { replicas: 1 }\n")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: { namespace: shop, name: other }\nspec: { replicas: three }\n")]
    public async Task Beside_what_was_not_judged_a_budget_is_not_said_to_select_nothing_nor_to_be_missing(string unfinished)
    {
        var budget = Inputs.Blocked.Split("---\n")[1].Replace("app: cart", "app: other", StringComparison.Ordinal);
        var file = _files.Write("shop.yaml", $"{Inputs.Manifest.Replace("replicas: 1", "replicas: 2", StringComparison.Ordinal)}\n---\n{budget}\n---\n{unfinished}");
        var policy = _files.Write("policy.txt", "apiVersion: riskanalyzer.io/v1\nkind: RiskPolicy\nmetadata: { name: all }\nspec: { rules: { missing-budget: { enabled: true } } }\n");
        var result = await CommandLine.RunAsync("scan", file, "--policy", policy, "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        var unknown = json.RootElement.GetProperty("notEvaluated").EnumerateArray().Select(each => each.GetProperty("rule").GetString()).ToList();
        Assert.Contains("budget-selects-nothing", unknown);
        Assert.Contains("missing-budget", unknown);
    }

    [Fact]
    public async Task The_policy_of_the_example_is_good_and_exempts_what_it_says()
    {
        var result = await CommandLine.RunAsync("scan", Examples, "--policy", Path.Join(Examples, "policy.yaml"), "--no-forecast", "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        var exempted = json.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("exemption").ValueKind == JsonValueKind.Object);
        Assert.Equal(["cart"], exempted.Select(finding => finding.GetProperty("object").GetProperty("name").GetString()));
        Assert.DoesNotContain("unused-exemption", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_overlap_are_read_once()
    {
        var once = await CommandLine.RunAsync("scan", Examples, "--no-forecast", "--format", "json");
        var twice = await CommandLine.RunAsync("scan", Examples, Path.Join(Examples, "manifests"), Path.Join(Examples, "cluster.json"), "--no-forecast", "--format", "json");
        Assert.Equal(ExitCode.Findings, twice.ExitCode);
        Assert.Equal(Summary(once), Summary(twice));

        static string Summary(CommandLine result)
        {
            using var json = JsonDocument.Parse(result.Output);
            return json.RootElement.GetProperty("summary").GetRawText();
        }
    }

    [Fact]
    public async Task One_broken_document_is_a_problem_and_the_others_are_judged()
    {
        var file = _files.Write("mixed.yaml", $"{Inputs.Manifest}\n---\napiVersion: [\n---\n{Inputs.Blocked}");
        var result = await CommandLine.RunAsync("scan", file);
        Assert.Contains("Not read (1):", result.Output, StringComparison.Ordinal);
        Assert.Contains("WHAT BLOCKS", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, result.ExitCode);
    }

    [Fact]
    public async Task Gzip_and_standard_input_read_the_same()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Inputs.Blocked), TestContext.Current.CancellationToken);
        }

        var file = _files.Write("blocked.yaml.gz", packed.ToArray());
        Assert.Equal(ExitCode.Findings, (await CommandLine.RunAsync("scan", file)).ExitCode);
    }

    [Fact]
    public async Task A_policy_with_mistakes_ends_with_all_of_them()
    {
        var policy = _files.Write("policy.yaml", """
            apiVersion: riskanalyzer.io/v1
            kind: RiskPolicy
            spec:
              rules:
                single-repica: { enabled: true }
                single-replica: { severity: fatal }
            """);
        var result = await CommandLine.InAsync(new(Input: Inputs.Manifest), "scan", "-", "--policy", policy);
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"{policy}:5: spec.rules.single-repica", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{policy}:6: spec.rules.single-replica.severity", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colours_are_shown_only_where_they_are_wanted()
    {
        var plain = await CommandLine.InAsync(new(Input: Inputs.Blocked), "scan", "-");
        var coloured = await CommandLine.InAsync(new(Input: Inputs.Blocked, ShowsColour: true), "scan", "-");
        Assert.DoesNotContain('\e', plain.Output);
        Assert.Contains('\e', coloured.Output);
        Assert.Equal(plain.Output, System.Text.RegularExpressions.Regex.Replace(coloured.Output, "\e\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Lines_fit_a_terminal_of_40_columns()
    {
        var result = await CommandLine.InAsync(new(Width: 40), "scan", Examples);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 40, line));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_a_usage_error()
    {
        var result = await CommandLine.InAsync(new(Input: Inputs.Manifest), "scan", "-", "--format", $"json={_files.Path}");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("is a directory", result.Error, StringComparison.Ordinal);
    }

    private async Task<string> AllFormatsAsync(string run)
    {
        string[] formats = ["json", "markdown", "html", "sarif", "junit"];
        var result = await CommandLine.RunAsync(["scan", Examples, "--expand", .. formats.SelectMany(format => new[] { "--format", $"{format}={_files.PathOf(format + run)}" })]);
        return result.Output + string.Concat(formats.Select(format => File.ReadAllText(_files.PathOf(format + run))));
    }
}
