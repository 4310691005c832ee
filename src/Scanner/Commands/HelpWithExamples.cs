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

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.Write($"Examples:\n{Indent(command.Examples)}\n\n{ExitCodes}\n".ReplaceLineEndings("\n"));
        }

        return result;
    }

    private static string Indent(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length > 0 ? $"  {line}" : ""));
}
