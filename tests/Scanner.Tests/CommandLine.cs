using System.Text;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>Runs the program in this process, as a terminal or a pipe would.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>When the tests take place: before the window of the example's plan.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 15, 30, 0, TimeSpan.Zero);

    public static Task<CommandLine> RunAsync(params string[] arguments) => InAsync(new(), arguments);

    public static async Task<CommandLine> InAsync(Surroundings surroundings, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal
        {
            Output = output,
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(surroundings.Input)),
            Width = surroundings.Width,
            ShowsColour = surroundings.ShowsColour,
            IsPiped = surroundings.IsPiped,
            Clock = new FixedClock(Now),
            Surroundings = new() { Variable = name => surroundings.Variables.GetValueOrDefault(name), Home = "" },
            OpenOutput = () => surroundings.RawOutput,
        };
        var exitCode = await Application.RunAsync(arguments, terminal, surroundings.Interruption);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>What the program is connected to.</summary>
    internal sealed record Surroundings(string Input = "", int Width = 80, bool ShowsColour = false, bool IsPiped = false)
    {
        /// <summary>Environment variables that say where a cluster is.</summary>
        public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        /// <summary>Is cancelled by Ctrl-C.</summary>
        public CancellationToken Interruption { get; init; } = TestContext.Current.CancellationToken;

        /// <summary>Receives what is written as bytes.</summary>
        public Stream RawOutput { get; init; } = Stream.Null;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
