using System.CommandLine;
using RiskAnalyzer.Hosting.History;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Simulation;
using RiskAnalyzer.Simulation.Durations;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Which plan is forecast, and how.</summary>
internal sealed class ForecastOptionSet
{
    private const int MostSeeds = 10_000;

    private readonly Option<string?> _plan = new("--plan") { Description = "A MaintenancePlan, YAML or JSON.", HelpName = "FILE" };

    private readonly Option<string?> _window = new("--window")
    {
        Description = "How long the maintenance may take, as 90s, 45m or 1h30m; goes before the plan's window.",
        HelpName = "DURATION",
    };

    private readonly Option<string?> _seeds = new("--seeds") { Description = "Runs for what is left to chance. Default: 20.", HelpName = "NUMBER" };

    private readonly Option<string?> _observed = new("--observed")
    {
        Description = "Start and stop times that were measured earlier, an ObservedHistory.",
        HelpName = "FILE",
    };

    private readonly Option<bool?> _whatIf = new("--what-if")
    {
        Description = "Look for changes that help, each one simulated; false leaves that out. Default: true up to 20,000 pods.",
    };

    /// <summary>The option that names the plan file.</summary>
    public Option<string?> Plan => _plan;

    /// <summary>The option that sets the length of the window.</summary>
    public Option<string?> Window => _window;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_plan);
        command.Add(_window);
        command.Add(_seeds);
        command.Add(_observed);
        command.Add(_whatIf);
    }

    /// <summary>The plan of the file; null when no file is named or it cannot be read.</summary>
    public PlanDraft? ReadPlan(ParseResult parse, OptionReader options) =>
        options.FileText(_plan) is { } text ? PlanLoader.FromFile(text, parse.GetValue(_plan)!) : null;

    /// <summary>The length of the window; null when the plan says it.</summary>
    public double? WindowSeconds(OptionReader options) => options.Seconds(_window, allowsZero: false);

    /// <summary>How the forecast is made.</summary>
    public ForecastOptions Read(ParseResult parse, OptionReader options)
    {
        var observed = ObservedHistory.Empty;
        if (options.FileText(_observed) is { } text)
        {
            observed = ObservedHistoryLoader.Read(text, parse.GetValue(_observed)!, out var mistakes);
            foreach (var mistake in mistakes)
            {
                options.Add(mistake);
            }
        }

        var seeds = options.Number(_seeds, 1, MostSeeds);
        return new()
        {
            Seeds = seeds ?? new ForecastOptions().Seeds,
            Observed = observed,
            WhatIf = parse.GetValue(_whatIf) ?? true,
            WhatIfMaxPods = parse.GetValue(_whatIf) == true ? int.MaxValue : new ForecastOptions().WhatIfMaxPods,
            ForEach = InParallel.ForEach,
        };
    }
}
