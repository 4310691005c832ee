namespace RiskAnalyzer.Webhook.Tests.Commands;

/// <summary>Help is shown where it is asked for.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task The_command_shows_its_own_help(string word)
    {
        var (code, output, error) = await RunAsync("bootstrap-certificate", word);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Usage: riskanalyzer-webhook bootstrap-certificate [--name value]...\n", output, StringComparison.Ordinal);
        Assert.Contains("  --renew-before-days ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("--admission-port  ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_shows_both()
    {
        var (code, output, _) = await RunAsync("--help");
        Assert.Equal(0, code);
        Assert.Contains("  --admission-port ", output, StringComparison.Ordinal);
        Assert.Contains("  --renew-before-days ", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await WebhookProgram.RunAsync(arguments, _ => null, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
