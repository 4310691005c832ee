using System.Text.RegularExpressions;
using RiskAnalyzer.Scanner;

namespace RiskAnalyzer.Repository.Tests;

/// <summary>A piece of a page that shows what a command really prints: a comment that names it, and a fenced block below.</summary>
/// <remarks>
/// The comment reads <c>output of: scan examples/; up to: WHAT TO CHANGE</c>. What stands from that line on is counted and left out.
/// </remarks>
internal static partial class CommandOutput
{
    // The width of a fenced block that a reader of the page need not scroll.
    private const int Width = 80;

    // Before the window of the example's plan.
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 30, 0, TimeSpan.Zero);

    /// <summary>The page with all its blocks written anew.</summary>
    public static async Task<string> RefreshAsync(string page)
    {
        foreach (var match in Blocks().Matches(page).Reverse())
        {
            var text = Shorten(await RunAsync(match.Groups["arguments"].Value), match.Groups["end"].Value);
            var block = match.Groups["block"];
            page = page[..block.Index] + text + page[(block.Index + block.Length)..];
        }

        return page;
    }

    /// <summary>What the program prints, as it does into a pipe.</summary>
    public static async Task<string> RunAsync(string arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Output = output, Error = error, OpenInput = () => Stream.Null, Width = Width, Clock = new FixedClock() };
        _ = await Application.RunAsync(arguments.Split(' '), terminal, TestContext.Current.CancellationToken);
        Assert.Equal("", error.ToString());
        return output.ToString();
    }

    private static string Shorten(string output, string end)
    {
        var lines = output.TrimEnd('\n').Split('\n');
        var shown = end.Length == 0 ? lines.Length : Array.FindIndex(lines, line => line.StartsWith(end, StringComparison.Ordinal));
        Assert.True(shown > 0, $"no line of the output starts with '{end}'");
        var rest = lines.Length - shown;
        return string.Join('\n', lines[..shown]) + (rest > 0 ? $"\n[{rest} more lines]\n" : "\n");
    }

    [GeneratedRegex("<!-- output of: (?<arguments>[^;>]+?)(; up to: (?<end>.+?))? -->\n\n```text\n(?<block>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
