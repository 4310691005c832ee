using System.Collections.Immutable;
using System.CommandLine;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Hosting.Policies;
using RiskAnalyzer.Hosting.Sources;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>The pre-maintenance report: all rules, and the forecast of a plan.</summary>
internal sealed class ScanCommand
{
    private const int MostProblems = 10;

    private readonly SourceOptions _source = new();
    private readonly ForecastOptionSet _forecast = new();
    private readonly ReportOptions _report = new(Enum.GetValues<ReportFormat>(), "");
    private readonly Option<bool> _noForecast = new("--no-forecast") { Description = "Only judge the objects; do not simulate the drain." };
    private readonly Option<string?> _policy = new("--policy") { Description = "A RiskPolicy: severities, parameters, namespaces, exemptions.", HelpName = "FILE" };

    private readonly Option<string?> _version = new("--kubernetes-version")
    {
        Description = "The version to judge removed APIs by, as 1.36. Default: the one that the snapshot shows.",
        HelpName = "VERSION",
    };

    private readonly Terminal _terminal;

    private ScanCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var scan = new ScanCommand(terminal);
        var command = new ExampleCommand("scan", "Finds what will stop or hurt the next maintenance, in a cluster or in manifests.", """
            riskanalyzer scan cluster.json --plan november.yaml
            riskanalyzer scan manifests/ --no-forecast --fail-on high
            kubectl get all,pdb,nodes,pvc -A -o json | riskanalyzer scan - --format sarif=risks.sarif
            """);
        scan._source.AddTo(command);
        scan._forecast.AddTo(command);
        command.Add(scan._noForecast);
        command.Add(scan._policy);
        command.Add(scan._version);
        scan._report.AddTo(command);
        command.SetAction(scan.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var options = new OptionReader(parse);
        var targets = _report.Targets(options);
        var failOn = _report.FailOn(options);
        var source = _source.Read(parse, options, _terminal);
        var policy = ReadPolicy(parse, options);
        var version = options.Version(_version);
        var forecasting = ReadForecast(parse, options);
        options.ThrowIfMistaken(forecasting?.Draft);

        var input = await ProgressBar.RunAsync(_terminal, "Reading", progress => source.ReadAsync(progress, cancellationToken));
        Notes.Write(_terminal, input.Notes, input.MissingAccess);
        var forecast = forecasting?.Run(input);
        var evaluation = new RuleEngine(RuleCatalog.Default)
            .Evaluate(input.Snapshot, policy, new()
            {
                Forecast = forecast?.Forecast,
                KubernetesVersion = version,
                ForEach = InParallel.ForEach,
            });
        var report = Report(input, evaluation, forecast) with { FailOn = failOn };
        ReportOutputs.Write(_terminal, targets, _report.Expand(parse), (format, output, layout) => ReportWriter.Write(report, format, output, layout));
        // Templates and broken files alone are no verdict; custom resources alone are fine, since no rule is about them.
        if (report.IsNothingJudged && report.Problems.Count > 0)
        {
            throw new SourceUnreadableException(
                [$"{input.Source}: nothing in it could be judged", .. report.Problems.Take(MostProblems).Select(problem => $"{problem.Location}: {problem.Message}")]);
        }

        CutOffInput.ThrowIfAny(input.Snapshot);
        return report.HasFailingFinding || (failOn is not null && forecast is { IsGood: false }) ? ExitCode.Findings : ExitCode.Fine;
    }

    private Policy ReadPolicy(ParseResult parse, OptionReader options)
    {
        if (parse.GetValue(_policy) is not { } file)
        {
            return Policy.Default(RuleCatalog.Default);
        }

        var loaded = new PolicyLoader(RuleCatalog.Default).Load(file);
        foreach (var mistake in loaded.Mistakes)
        {
            options.Add(mistake.In(file));
        }

        return loaded.Policy ?? Policy.Default(RuleCatalog.Default);
    }

    private Forecasting? ReadForecast(ParseResult parse, OptionReader options)
    {
        var plan = _forecast.ReadPlan(parse, options);
        var forecastOptions = _forecast.Read(parse, options);
        var window = _forecast.WindowSeconds(options);
        if (!parse.GetValue(_noForecast))
        {
            return new(plan ?? PlanLoader.Default, IsAskedFor: plan is not null || window is not null, forecastOptions, window);
        }

        foreach (var option in new[] { _forecast.Plan, _forecast.Window }.Where(option => parse.GetValue(option) is not null))
        {
            options.Add($"{option.Name}: says what to forecast, and {_noForecast.Name} that nothing is; leave one of them out");
        }

        return null;
    }

    private static RiskReport Report(ClusterInput input, Evaluation evaluation, ForecastReport? forecast) => new()
    {
        ToolVersion = ToolVersion.Text,
        CapturedAt = input.Snapshot.CapturedAt,
        Source = input.Source,
        Evaluation = evaluation with { Findings = AtTheirFields(evaluation.Findings, input.Lines) },
        Rules = [.. RuleCatalog.Default.Rules.Select(rule => rule.Descriptor)],
        Problems = input.Snapshot.Problems,
        PassedOver = input.Snapshot.PassedOver,
        Forecast = forecast,
        Root = Environment.CurrentDirectory,
    };

    private static ImmutableArray<Finding> AtTheirFields(IReadOnlyList<Finding> findings, SourceMap source)
    {
        var lines = source.LinesOf([.. findings.Select(finding => new FieldPlace(finding.Source, finding.Field))]);
        return [.. findings.Select((finding, at) => finding with { Source = finding.Source with { Line = lines[at] } })];
    }
}
