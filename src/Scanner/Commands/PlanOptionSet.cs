using System.CommandLine;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>A plan without a file, from options.</summary>
internal sealed class PlanOptionSet
{
    private const int MostSeconds = (int)DurationSyntax.MaxSeconds;

    private readonly Option<string?> _profile = new("--profile")
    {
        Description = $"The orchestrator: {string.Join(", ", PlanText.ProfileNames)}. Default: kubectl.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _nodes = new("--nodes")
    {
        Description = "A label selector as pool=workers, or names with commas. Default: all schedulable workers.",
        HelpName = "SELECTOR",
    };

    private readonly Option<string?> _order = new("--order") { Description = "as-listed, name or reverse-name.", HelpName = "ORDER" };
    private readonly Option<string?> _concurrency = new("--concurrency") { Description = "Nodes at a time: a number, or a percentage such as 20%.", HelpName = "NUMBER" };
    private readonly Option<string?> _grace = new("--grace-period") { Description = "Seconds of grace for every pod; -1 for each pod's own.", HelpName = "SECONDS" };
    private readonly Option<string?> _timeout = new("--timeout") { Description = "The limit of one node's drain, as 2m; 0s for none.", HelpName = "DURATION" };
    private readonly Option<string?> _onTimeout = new("--on-timeout") { Description = "stop or continue, when a node's drain fails; several at a time by kubectl always continue.", HelpName = "WHAT" };
    private readonly Option<string?> _work = new("--node-work") { Description = "Reboot or upgrade of one node, as 3m.", HelpName = "DURATION" };
    private readonly Option<bool?> _force = new("--force") { Description = "Evict pods without controller too; nobody makes them again." };
    private readonly Option<bool?> _emptyDir = new("--delete-emptydir-data") { Description = "Evict pods with an emptyDir too. Default: true." };
    private readonly Option<bool?> _daemonSets = new("--ignore-daemonsets") { Description = "Leave DaemonSet pods alone. Default: true." };

    private readonly Option<string?> _podSelector = new("--pod-selector") { Description = "The only pods to drain, by label; the others stay.", HelpName = "SELECTOR" };
    private readonly Option<bool?> _deletion = new("--disable-eviction") { Description = "Delete pods instead of evicting them, which no budget guards against." };

    private IEnumerable<Option> All =>
        [_profile, _nodes, _order, _concurrency, _grace, _timeout, _onTimeout, _work, _force, _emptyDir, _daemonSets, _podSelector, _deletion];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>The options that were given.</summary>
    public IReadOnlyList<string> Given(ParseResult parse) => [.. All.Where(option => parse.GetResult(option) is { Implicit: false }).Select(option => option.Name)];

    /// <summary>The plan that the options say; null when none was given.</summary>
    public MaintenancePlanDocument? Read(ParseResult parse, OptionReader options)
    {
        if (Given(parse).Count == 0)
        {
            return null;
        }

        var (names, selector) = Nodes(parse.GetValue(_nodes));
        return new()
        {
            Profile = parse.GetValue(_profile),
            SaysNodes = names is not null || selector is not null,
            NodeNames = names,
            NodeSelector = selector,
            Order = parse.GetValue(_order),
            Concurrency = parse.GetValue(_concurrency),
            GracePeriodSeconds = options.Number(_grace, -1, MostSeconds),
            TimeoutSeconds = options.Seconds(_timeout, allowsZero: true),
            OnTimeout = parse.GetValue(_onTimeout),
            NodeWorkSeconds = options.Seconds(_work, allowsZero: true),
            Force = parse.GetValue(_force),
            DeleteEmptyDirData = parse.GetValue(_emptyDir),
            IgnoreDaemonSets = parse.GetValue(_daemonSets),
            PodSelector = parse.GetValue(_podSelector),
            DisableEviction = parse.GetValue(_deletion),
        };
    }

    private static readonly System.Buffers.SearchValues<char> SelectorSigns = System.Buffers.SearchValues.Create("=!()/ ");

    // A selector says something of a label: it has one of these characters. Names of nodes have none of them.
    private static (IReadOnlyList<string>? Names, string? Selector) Nodes(string? text) => text switch
    {
        null => (null, null),
        _ when text.AsSpan().IndexOfAny(SelectorSigns) >= 0 => (null, text),
        _ => (text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), null),
    };
}
