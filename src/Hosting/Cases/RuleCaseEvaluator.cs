using System.Globalization;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Hosting.Policies;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Simulation;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Hosting.Cases;

/// <summary>Runs the rules over a case, on the way that every other input takes.</summary>
public sealed class RuleCaseEvaluator(RuleCatalog catalog)
{
    // What a case counts as captured at unless it says so; in the past of nobody, so that no exemption of a case has expired by chance.
    private static readonly DateTimeOffset DefaultTime = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    // A case is small, and what it expects may not depend on chance.
    private const int ForecastSeeds = 2;

    private readonly RuleEngine _engine = new(catalog);
    private readonly PolicyLoader _policies = new(catalog);

    /// <summary>Runs all rules over a case. A rule that is opt-in is enabled in its own cases.</summary>
    /// <exception cref="FormatException">The case itself is wrong: its manifests, its policy or a directive.</exception>
    public CaseResult Evaluate(RuleCase ruleCase)
    {
        var input = ManifestReader.ReadText(ruleCase.Yaml, ruleCase.File, OptionsFor(ruleCase));
        if (!input.Snapshot.Problems.IsEmpty || !input.Errors.IsEmpty)
        {
            var problems = input.Errors.Select(error => error.ToString()).Concat(input.Snapshot.Problems.Select(p => $"{p.Location}: {p.Message}"));
            throw new FormatException(string.Join('\n', problems));
        }

        var options = new EvaluationOptions
        {
            KubernetesVersion = ruleCase.Directives.GetValueOrDefault(CaseDirective.KubernetesVersion),
            Forecast = ForecastFor(ruleCase, input.Snapshot),
        };
        var evaluation = _engine.Evaluate(input.Snapshot, PolicyFor(ruleCase), options);
        var byPlace = evaluation.Findings.ToLookup(finding => finding.Object.Kind == PolicyDocument.CurrentKind);
        return new()
        {
            Evaluation = evaluation,
            Forecast = options.Forecast,
            Located = [.. byPlace[false].Select(finding => KeyValuePair.Create(input.Lines.LineOf(finding.Source, finding.Field), finding))],
            AboutPolicy = [.. byPlace[true]],
        };
    }

    private static ReadOptions OptionsFor(RuleCase ruleCase) => new()
    {
        Now = DefaultTime,
        CapturedAt = ruleCase.Directives.TryGetValue(CaseDirective.CapturedAt, out var time)
            ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null,
        AcceptsPartial = true,
        AlsoKnown = ruleCase.Directives.TryGetValue(CaseDirective.Known, out var kinds)
            ? Enum.Parse<ResourceKinds>(kinds, ignoreCase: true)
            : ResourceKinds.None,
    };

    private static DrainForecast? ForecastFor(RuleCase ruleCase, ClusterSnapshot snapshot)
    {
        if (!ruleCase.Directives.TryGetValue(CaseDirective.Plan, out var spec))
        {
            return null;
        }

        var text = $"apiVersion: {PlanLoader.ApiVersion}\nkind: {PlanLoader.Kind}\nmetadata: {{ name: case }}\nspec: {spec}\n";
        var (plan, mistakes) = PlanLoader.FromFile(text, $"{ruleCase.File}:{ruleCase.Line}: plan").Resolve(snapshot);
        return plan is null
            ? throw new FormatException(string.Join('\n', mistakes))
            : DrainForecaster.Run(snapshot, plan, new() { Seeds = ForecastSeeds, WhatIf = false });
    }

    private Policy PolicyFor(RuleCase ruleCase)
    {
        var own = new PolicyDocument { Rules = [new() { Rule = ruleCase.Rule, Enabled = IsOptIn(ruleCase.Rule) ? true : null, Parameters = ParametersOf(ruleCase) }] };
        if (!ruleCase.Directives.TryGetValue(CaseDirective.Policy, out var spec))
        {
            return Policy.Of(catalog, own);
        }

        var text = $"apiVersion: {PolicyDocument.CurrentApiVersion}\nkind: {PolicyDocument.CurrentKind}\nmetadata: {{ name: case }}\nspec: {spec}\n";
        var (document, mistakes) = _policies.ReadDocument(text, $"{ruleCase.File}:{ruleCase.Line}: policy");
        return document is not null && mistakes.Count == 0
            ? Policy.Of(catalog, own, document)
            : throw new FormatException(string.Join('\n', mistakes.Select(mistake => mistake.In(ruleCase.File))));
    }

    private bool IsOptIn(string rule) => catalog.Find(rule) is { Descriptor.IsOptIn: true };

    private static IReadOnlyList<KeyValuePair<string, string>> ParametersOf(RuleCase ruleCase) =>
        ruleCase.Directives.TryGetValue(CaseDirective.Parameters, out var text)
            ? [.. text.Split(';', StringSplitOptions.TrimEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))]
            : [];
}
