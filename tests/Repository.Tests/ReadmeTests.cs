using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Repository.Tests;

/// <summary>What the README shows is what the program does.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = TestKit.Repository.PathOf("README.md");

    // The commands of the README name files as seen from the root of the repository. No test of this project depends on the directory.
    public ReadmeTests() => Directory.SetCurrentDirectory(TestKit.Repository.Root);

    [Fact]
    public async Task The_output_in_the_readme_is_what_the_program_prints()
    {
        var page = await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken);
        Assert.Null(Golden.Difference(Readme, await CommandOutput.RefreshAsync(page)));
    }

    [Fact]
    public async Task The_readme_has_two_commands_to_begin_with_and_shows_a_scan_and_a_drain()
    {
        var page = await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken);
        var first = page.Split("```")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["sh", "dotnet run --project src/Scanner -- scan examples/", "dotnet test"], first);
        Assert.Contains("<!-- output of: scan examples/", page, StringComparison.Ordinal);
        Assert.Contains("<!-- output of: drain ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_that_the_program_has_is_in_the_readme()
    {
        var page = await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken);
        var help = await CommandOutput.RunAsync("--help");
        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).TakeWhile(line => line.Length > 0)
            .Select(line => line.TrimStart().Split(' ')[0]);
        Assert.All(commands, command => Assert.Contains($"`riskanalyzer {command}", page, StringComparison.Ordinal));
    }
}
