using System.CommandLine;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>What a command writes, where, and what fails it.</summary>
internal sealed class ReportOptions(IReadOnlyList<ReportFormat> formats, string otherFormats)
{
    private readonly Option<string[]> _format = new("--format", "-o")
    {
        Description = $"How to write the report: {string.Join(", ", formats.Select(Words.Of))}; with =FILE into a file. May be repeated. Default: text.",
        HelpName = "FORMAT[=FILE]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _failOn = new("--fail-on")
    {
        Description = "The mildest severity that makes the exit code 1: blocker, high, medium, low, info, never. Default: blocker.",
        HelpName = "SEVERITY",
    };

    private readonly Option<bool> _expand = new("--expand") { Description = "Show what is alike one by one, and long lists in full." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        AddFormatTo(command);
        command.Add(_failOn);
        command.Add(_expand);
    }

    /// <summary>Adds only the option for formats and files, for a command that judges nothing.</summary>
    public void AddFormatTo(Command command) => command.Add(_format);

    /// <summary>The formats and files.</summary>
    public IReadOnlyList<OutputTarget> Targets(OptionReader options) => options.Formats(_format, formats, otherFormats);

    /// <summary>The mildest severity that fails; null for none.</summary>
    public Severity? FailOn(OptionReader options) => options.FailOn(_failOn);

    /// <summary>Whether what is alike is shown one by one.</summary>
    public bool Expand(ParseResult parse) => parse.GetValue(_expand);
}
