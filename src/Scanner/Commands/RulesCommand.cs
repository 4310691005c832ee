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
        command.Add(RulesListCommand.Create(terminal));
        command.Add(Explain(terminal));
        command.Add(Docs(terminal));
        return command;
    }

    private static ExampleCommand Explain(Terminal terminal)
    {
        var names = new Argument<string[]>("NAME") { Description = "The names of rules, such as single-replica.", Arity = ArgumentArity.ZeroOrMore };
        var command = new ExampleCommand("explain", "Says what a rule finds, why it matters and what to do.", "riskanalyzer rules explain single-replica");
        command.Add(names);
        command.SetAction(parse =>
        {
            var rules = Find(parse.GetValue(names) ?? []);
            terminal.Write(output => RuleText.WriteExplanations(rules, output, terminal.Layout));
            return ExitCode.Fine;
        });
        return command;
    }

    private static IReadOnlyList<Rule> Find(IReadOnlyList<string> names)
    {
        const string Listed = "'riskanalyzer rules list' lists them";
        var mistakes = names.Where(name => RuleCatalog.Default.Find(name) is null)
            .Select(name => $"NAME: there is no rule '{name}'{Nearest.Hint(name, RuleCatalog.Default.Rules.Select(known => known.Descriptor.Name))}; {Listed}").ToList();
        return mistakes.Count > 0 ? throw new UsageException(mistakes)
            : names.Count == 0 ? throw new UsageException($"NAME: name a rule; {Listed}")
            : [.. names.Select(name => RuleCatalog.Default.Find(name)!)];
    }

    private static ExampleCommand Docs(Terminal terminal)
    {
        var directory = new Option<string>("--out") { Description = "The directory of the pages.", HelpName = "DIRECTORY", DefaultValueFactory = _ => "docs/rules" };
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
        terminal.Write(output => output.Write(old.Count == 0
            ? $"All pages in {folder} are current.\n"
            : $"Out of date in {folder}: {string.Join(", ", old)}\n'riskanalyzer rules docs' writes them.\n"));
        return old.Count == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static int WritePages(Terminal terminal, RulePages pages, string folder)
    {
        try
        {
            var changed = pages.Write(folder);
            terminal.Write(output => output.Write(
                changed.Count == 0 ? $"All pages in {folder} were current.\n" : $"Wrote to {folder}: {string.Join(", ", changed)}\n"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out: cannot write to {folder}: {error.Message}");
        }

        return ExitCode.Fine;
    }
}
