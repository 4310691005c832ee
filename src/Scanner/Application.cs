using System.CommandLine;
using System.CommandLine.Help;
using RiskAnalyzer.Hosting.Sources;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Scanner.Commands;
using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner;

/// <summary>The command line: finds the command, runs it, and turns every failure into lines and an exit code.</summary>
internal static class Application
{
    private const string Name = "riskanalyzer";

    /// <summary>Runs the program.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var parse = Root(terminal).Parse(arguments, new() { ResponseFileTokenReplacer = null });
            if (parse.Action is not HelpWithExamples)
            {
                ThrowIfMistaken(parse);
            }

            return await parse.InvokeAsync(Configuration(terminal), cancellationToken);
        }
        catch (UsageException error)
        {
            return Fail(terminal, error.Lines, ExitCode.Usage);
        }
        catch (SourceUnreadableException error)
        {
            return Fail(terminal, error.Lines, ExitCode.NoVerdict, error.MissingAccess);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever pressed Ctrl-C was told by then.
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The edge of the program: whatever fails becomes one line, never a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Fail(terminal, [$"unexpected failure, no verdict ({error.GetType().Name}): {error.Message}"], ExitCode.NoVerdict);
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Predicts whether the next Kubernetes maintenance can finish, how long it takes, and what will hurt.")
        {
            ScanCommand.Create(terminal), DrainCommand.Create(terminal), SnapshotCommand.Create(terminal), RulesCommand.Create(terminal),
        };
        foreach (var option in root.Options)
        {
            option.Action = option is HelpOption { Action: HelpAction usual } ? new HelpWithExamples(usual) : option.Action;
        }

        return root;
    }

    private static InvocationConfiguration Configuration(Terminal terminal) => new()
    {
        EnableDefaultExceptionHandler = false,
        Output = terminal.Output,
        Error = terminal.Error,

        // Program handles Ctrl-C; there is nothing that would have to be finished first.
        ProcessTerminationTimeout = null,
    };

    // An unknown option would otherwise be taken for a source.
    private static void ThrowIfMistaken(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var options = command.Options.Concat(parse.RootCommandResult.Command.Options).SelectMany(option => option.Aliases.Prepend(option.Name)).ToList();
        var unknown = parse.CommandResult.Tokens.Select(token => token.Value).Concat(parse.UnmatchedTokens)
            .Where(text => text.StartsWith('-') && text != "-" && !options.Contains(text)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new UsageException([.. unknown.Select(text => Unknown(text, options, command))]);
        }

        if (parse.Errors.Count > 0)
        {
            throw new UsageException([.. Mistakes(parse, command).Distinct(StringComparer.Ordinal)]);
        }
    }

    private static string Unknown(string text, List<string> options, Command command)
    {
        var name = text.Split('=')[0];
        return $"there is no option {name}{Nearest.Hint(name, options)}; '{Help(command)}' lists them";
    }

    private static string Help(Command command)
    {
        var help = "--help";
        for (var part = command; part is not RootCommand; part = part.Parents.OfType<Command>().First())
        {
            help = $"{part.Name} {help}";
        }

        return $"{Name} {help}";
    }

    private static IEnumerable<string> Mistakes(ParseResult parse, Command command)
    {
        if (command.Subcommands.Count == 0)
        {
            return parse.Errors.Select(error => error.Message);
        }

        var known = command.Subcommands.Select(sub => sub.Name).ToList();
        return parse.UnmatchedTokens.Count == 0
            ? [$"a command is missing: {string.Join(", ", known)}; '{Help(command)}' describes them"]
            : parse.UnmatchedTokens.Take(1).Select(text => $"there is no command '{text}'{Nearest.Hint(text, known)}; known are {string.Join(", ", known)}");
    }

    private static int Fail(Terminal terminal, IReadOnlyList<string> lines, int exitCode, string? missingAccess = null)
    {
        terminal.Output.Flush();
        Notes.Write(terminal, lines, missingAccess);
        return exitCode;
    }
}
