using System.CommandLine;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>The forecast in depth.</summary>
internal sealed class DrainCommand
{
    private readonly SourceOptions _source = new() { AllowsNamespace = false };
    private readonly ForecastOptionSet _forecast = new();
    private readonly PlanOptionSet _plan = new();
    private readonly ReportOptions _report = new(ReportWriter.ForecastFormats, "is about lines of manifests, which a forecast has none of; 'scan' writes it");
    private readonly Terminal _terminal;

    private DrainCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var drain = new DrainCommand(terminal);
        var command = new ExampleCommand("drain", "Forecasts the drain of nodes: whether it ends, when, and what holds it up.", """
            riskanalyzer drain cluster.json --plan november.yaml --window 2h
            riskanalyzer drain cluster.json --profile kubespray --nodes pool=workers
            riskanalyzer drain cluster.json --nodes worker-1,worker-2 --format json
            """);
        drain._source.AddTo(command);
        drain._forecast.AddTo(command);
        drain._plan.AddTo(command);
        drain._report.AddTo(command);
        command.SetAction(drain.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var options = new OptionReader(parse);
        var targets = _report.Targets(options);
        var failOn = _report.FailOn(options);
        var source = _source.Read(parse, options, _terminal);
        var window = _forecast.WindowSeconds(options);
        var forecastOptions = _forecast.Read(parse, options);
        var draft = ReadPlan(parse, options);
        options.ThrowIfMistaken(draft);

        var input = await ProgressBar.RunAsync(_terminal, "Reading", progress => source.ReadAsync(progress, cancellationToken));
        Notes.Write(_terminal, input.Notes, input.MissingAccess);
        var report = new Forecasting(draft, IsAskedFor: true, forecastOptions, window).Run(input)!;
        ReportOutputs.Write(_terminal, targets, _report.Expand(parse), (format, output, layout) => ReportWriter.Write(report, format, output, layout));
        CutOffInput.ThrowIfAny(input.Snapshot);
        return failOn is not null && !report.IsGood ? ExitCode.Findings : ExitCode.Fine;
    }

    private PlanDraft ReadPlan(ParseResult parse, OptionReader options)
    {
        var fromFile = _forecast.ReadPlan(parse, options);
        var fromOptions = _plan.Read(parse, options);
        if (fromFile is null)
        {
            return fromOptions is null ? PlanLoader.Default : PlanLoader.FromOptions(fromOptions);
        }

        if (fromOptions is not null)
        {
            options.Add($"{_forecast.Plan.Name}: the file is the plan, and so are {string.Join(", ", _plan.Given(parse))}; write one of them");
        }

        return fromFile;
    }
}
