using System.CommandLine;
using RiskAnalyzer.Hosting.Pages;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting.Text;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Lists and explains the rules, and writes their pages.</summary>
internal static class RulesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("rules", "Lists and explains the rules, and writes their pages.");
        command.Add(List(terminal));
        command.Add(Explain(terminal));
        command.Add(Docs(terminal));
        return command;
    }

    private static ExampleCommand List(Terminal terminal)
    {
        var command = new ExampleCommand("list", "Lists all rules with their severity.", "riskanalyzer rules list");
        command.SetAction(_ =>
        {
            RuleText.WriteList([.. RuleCatalog.Default.Rules.Select(rule => rule.Descriptor)], terminal.Output, terminal.Layout);
            terminal.Output.Flush();
            return ExitCode.Fine;
        });
        return command;
    }

    private static ExampleCommand Explain(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the rule, such as single-replica." };
        var command = new ExampleCommand("explain", "Says what a rule finds, why it matters and what to do.", "riskanalyzer rules explain single-replica");
        command.Add(name);
        command.SetAction(parse =>
        {
            var wanted = parse.GetValue(name)!;
            var rule = RuleCatalog.Default.Find(wanted) ?? throw new UsageException(
                $"NAME: there is no rule '{wanted}'{Nearest.Hint(wanted, RuleCatalog.Default.Rules.Select(known => known.Descriptor.Name))}; 'riskanalyzer rules list' lists them");
            RuleText.WriteExplanation(rule, terminal.Output, terminal.Layout);
            terminal.Output.Flush();
            return ExitCode.Fine;
        });
        return command;
    }

    private static ExampleCommand Docs(Terminal terminal)
    {
        var directory = new Option<string>("--out") { Description = "The directory of the pages. Default: docs/rules.", HelpName = "DIRECTORY", DefaultValueFactory = _ => "docs/rules" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit code 1 when a page is out of date." };
        var command = new ExampleCommand("docs", "Writes a page for each rule, from the rule and its cases.", "riskanalyzer rules docs\nriskanalyzer rules docs --check");
        command.Add(directory);
        command.Add(check);
        command.SetAction(parse =>
        {
            var (folder, pages) = (parse.GetValue(directory)!, new RulePages(RuleCatalog.Default));
            return parse.GetValue(check) ? Compare(terminal, pages, folder) : WritePages(terminal, pages, folder);
        });
        return command;
    }

    private static int Compare(Terminal terminal, RulePages pages, string folder)
    {
        var old = pages.OutOfDate(folder);
        terminal.Output.Write(old.Count == 0
            ? $"All pages in {folder} are current.\n"
            : $"Out of date in {folder}: {string.Join(", ", old)}\n'riskanalyzer rules docs' writes them.\n");
        terminal.Output.Flush();
        return old.Count == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static int WritePages(Terminal terminal, RulePages pages, string folder)
    {
        try
        {
            var changed = pages.Write(folder);
            terminal.Output.Write(changed.Count == 0 ? $"All pages in {folder} were current.\n" : $"Wrote to {folder}: {string.Join(", ", changed)}\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out: cannot write to {folder}: {error.Message}");
        }

        terminal.Output.Flush();
        return ExitCode.Fine;
    }
}
