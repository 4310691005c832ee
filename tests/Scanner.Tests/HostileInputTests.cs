using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>Broken and hostile input: one clear line, the right exit code, and everything else is still looked at.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const int Levels = 100_000;
    private const int TooLarge = 9 << 20;
    private const string Good = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"good","namespace":"shop"},"spec":{"containers":[{"name":"a","image":"a:latest"}]}}
        """;

    private readonly TemporaryFiles _files = new();

    /// <summary>Input with a good pod behind what is wrong, and what is said of that.</summary>
    public static TheoryData<string, string, string> Beside => new()
    {
        { "deep.json", $$"""{"spec":{{Repeat("[")}}{{Repeat("]")}}}{{Good}}""", "nested more than 256 levels" },
        { "deep.yaml", $"a: {Repeat("[")}{Repeat("]")}\n---\n{Good}", "nested more than 256 levels" },
        { "tabs.yaml", $"kind: Pod\nmetadata:\n\tname: a\n---\n{Good}", "not valid YAML" },
        { "twice.yaml", $"kind: Pod\nkind: Pod\n---\n{Good}", "has the key \"kind\" twice" },
        { "bomb.yaml", $"{Bomb()}\n---\n{Good}", "aliases are written out" },
        { "text.yaml", $"a: {new string('x', TooLarge)}\n---\n{Good}", "larger than any object" },
        { "block.yaml", $"a: |\n{string.Concat(Enumerable.Repeat("  0123456789\n", TooLarge / 13))}\n---\n{Good}", "larger than any object" },
        { "text.json", $$"""{"spec":"{{new string('x', TooLarge)}}"}{{Good}}""", "larger than any" },
        { "number.yaml", $"{Good.Replace("\"kind\"", "\"priority\":1,\"kind\"", StringComparison.Ordinal).Replace("\"containers\"", "\"priority\":99999999999999999999,\"containers\"", StringComparison.Ordinal)}\n---\n{Good}", "spec.priority must be a whole number" },
    };

    /// <summary>Input that ends before its time.</summary>
    public static TheoryData<string, byte[]> CutOff => new()
    {
        { "cut.json", Encoding.UTF8.GetBytes(Good + Good[..50]) },
        { "list.json", Encoding.UTF8.GetBytes($$"""{"kind":"List","apiVersion":"v1","items":[{{Good}},""") },
        { "cut.json.gz", Compressed(Good)[..^20] },
        { "cut.yaml.gz", Compressed(string.Concat(Enumerable.Range(0, 2000).Select(i => $"---\n{Good.Replace("good", $"pod-{i * 7919}", StringComparison.Ordinal)}\n")))[..^20] },
    };

    [Theory]
    [MemberData(nameof(Beside))]
    public async Task What_is_wrong_is_said_and_the_rest_is_judged(string name, string text, string message)
    {
        var result = await CommandLine.RunAsync("scan", _files.Write(name, text), "--no-forecast", "--format", "json");
        Assert.Equal(ExitCode.Fine, result.ExitCode);
        Assert.Contains(message, result.Output.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("bare-pod", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CutOff))]
    public async Task Input_that_was_cut_off_is_no_smaller_cluster(string name, byte[] bytes)
    {
        var result = await CommandLine.RunAsync("scan", _files.Write(name, bytes), "--no-forecast");
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.Contains("cut off", result.Error, StringComparison.Ordinal);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("broken.yaml", "kind: Pod\nspec: [\n", ":3: not valid YAML: ")]
    [InlineData("broken.json", "\n{\"kind\": \"Pod\" x", ":2: not valid JSON: ")]
    public async Task A_file_of_which_nothing_can_be_read_is_an_error_with_its_line(string name, string text, string message)
    {
        var file = _files.Write(name, text);
        var result = await CommandLine.RunAsync("scan", file, "--no-forecast");
        Assert.Equal(ExitCode.NoVerdict, result.ExitCode);
        Assert.StartsWith($"riskanalyzer: {file}{message}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_among_the_files_of_a_folder_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes among files");
        using var mkfifo = Process.Start("mkfifo", _files.PathOf("pipe.yaml"));
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        _ = _files.Write("good.json", Good);
        var result = await CommandLine.RunAsync("scan", _files.Path, "--no-forecast");
        Assert.Contains("bare-pod", result.Output, StringComparison.Ordinal);
        Assert.Contains("pipe.yaml: an empty file", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();

    private static string Repeat(string bracket) => string.Concat(Enumerable.Repeat(bracket, Levels));

    private static string Bomb() => string.Join('\n', Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]").Prepend("a0: &a0 lol"));

    private static byte[] Compressed(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
