using System.CommandLine;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Reporting.Json;
using RiskAnalyzer.Reporting.Text;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Lists the rules, all of them or those of a category or a severity.</summary>
internal sealed class RulesListCommand
{
    private static readonly IReadOnlyList<string> Categories = [.. Enum.GetValues<RuleCategory>().Select(Words.Of)];

    private readonly ReportOptions _report = new([ReportFormat.Text, ReportFormat.Json], "is about findings; 'scan' writes it");

    private readonly Option<string?> _category = new("--category")
    {
        Description = $"Only rules of a category: {string.Join(", ", Categories)}.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _severity = new("--severity")
    {
        Description = "Only rules of this severity or worse: blocker, high, medium, low, info.",
        HelpName = "SEVERITY",
    };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var list = new RulesListCommand();
        var command = new ExampleCommand("list", "Lists the rules with their severity.", """
            riskanalyzer rules list
            riskanalyzer rules list --category disruption --severity high
            riskanalyzer rules list --format json
            """);
        command.Add(list._category);
        command.Add(list._severity);
        list._report.AddFormatTo(command);
        command.SetAction(parse => list.Run(parse, terminal));
        return command;
    }

    private int Run(ParseResult parse, Terminal terminal)
    {
        var options = new OptionReader(parse);
        var targets = _report.Targets(options);
        var category = options.OneOf(_category, Categories);
        var severity = options.OneOf(_severity, [.. ReportSummary.WorstFirst.Select(Words.Of)]);
        options.ThrowIfMistaken();

        var mildest = ReportSummary.WorstFirst.LastOrDefault(each => severity is null || Words.Of(each) == severity);
        var rules = RuleCatalog.Default.Rules
            .Where(rule => (category is null || Words.Of(rule.Descriptor.Category) == category) && rule.Descriptor.Severity >= mildest).ToList();
        Output.ReportOutputs.Write(terminal, targets, terminal.IsPiped, (format, output, layout) =>
        {
            if (format == ReportFormat.Json)
            {
                JsonRules.Write(rules, output);
            }
            else
            {
                RuleListText.Write([.. rules.Select(rule => rule.Descriptor)], output, layout);
            }
        });
        return ExitCode.Fine;
    }
}
