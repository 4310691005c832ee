using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Writes the usual help and what the command adds to it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0  fine
          1  findings at or above --fail-on, or a forecast that does not complete or fit the window
          2  wrong usage, plan or policy
          3  no verdict: the source could not be read, or the program failed
        """;

    // What somebody who sees the program for the first time wants to type.
    private const string FirstSteps = """
        riskanalyzer scan manifests/                       before a deployment
        riskanalyzer scan cluster.json                     before a maintenance
        riskanalyzer drain cluster.json --window 2h        will it fit?
        riskanalyzer rules explain single-replica          what a finding means

        'riskanalyzer COMMAND --help' says more about a command.
        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (ExamplesOf(parseResult.CommandResult.Command) is { } examples)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.Write($"Examples:\n{Indent(examples)}\n\n{ExitCodes}\n".ReplaceLineEndings("\n"));
        }

        return result;
    }

    private static string? ExamplesOf(Command command) => command switch
    {
        ExampleCommand { Examples: var examples } => examples,
        RootCommand => FirstSteps,
        _ => null,
    };

    private static string Indent(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length > 0 ? $"  {line}" : ""));
}
