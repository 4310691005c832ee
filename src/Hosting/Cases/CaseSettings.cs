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

/// <summary>What the directives of a case say about how to run it.</summary>
internal sealed class CaseSettings(RuleCatalog catalog)
{
    // What a case counts as captured at unless it or its objects tell; fixed, so that no exemption of a case expires by chance.
    private static readonly DateTimeOffset DefaultTime = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    // A case is small, and what it expects may not depend on chance.
    private const int ForecastSeeds = 2;

    private readonly PolicyLoader _policies = new(catalog);

    /// <summary>How the manifests are read.</summary>
    public static ReadOptions Reading(RuleCase ruleCase) => new()
    {
        Now = DefaultTime,
        CapturedAt = Find(ruleCase, CaseDirective.CapturedAt) is { } time
            ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null,
        AcceptsPartial = true,
        AlsoKnown = Find(ruleCase, CaseDirective.Known) is not { } kinds ? ResourceKinds.None
            : Enum.TryParse<ResourceKinds>(kinds, ignoreCase: true, out var known) ? known
            : throw new FormatException($"{ruleCase.File}:{ruleCase.Line}: known: '{kinds}' is not all, or kinds such as Pods, Nodes"),
    };

    /// <summary>What the rules may use beside the cluster.</summary>
    public static EvaluationOptions Evaluation(RuleCase ruleCase, ClusterSnapshot cluster) => new()
    {
        KubernetesVersion = Find(ruleCase, CaseDirective.KubernetesVersion),
        Forecast = Find(ruleCase, CaseDirective.Plan) is { } plan ? Forecast(ruleCase, plan, cluster) : null,
    };

    /// <summary>The policy in force. A rule that is opt-in is enabled in its own cases.</summary>
    public Policy Policy(RuleCase ruleCase)
    {
        var own = new PolicyDocument
        {
            ApiVersion = PolicyDocument.CurrentApiVersion,
            Kind = PolicyDocument.CurrentKind,
            Name = "case",
            Rules =
            [
                new()
                {
                    Rule = ruleCase.Rule,
                    Enabled = catalog.Find(ruleCase.Rule) is { Descriptor.IsOptIn: true } ? true : null,
                    Parameters = Parameters(ruleCase),
                },
            ],
        };
        var spec = Find(ruleCase, CaseDirective.Policy) ?? "{}";
        var text = $"apiVersion: {own.ApiVersion}\nkind: {own.Kind}\nmetadata: {{ name: {own.Name} }}\nspec: {spec}\n";
        var (written, mistakes) = _policies.ReadDocument(text, ruleCase.File);
        string[] all = [.. _policies.MistakesIn(own).Select(each => each.Message), .. mistakes.Select(each => $"{each.Path}: {each.Message}")];
        return all.Length == 0
            ? Rules.Policies.Policy.Of(catalog, own, written!)
            : throw new FormatException(string.Join('\n', all.Select(mistake => $"{ruleCase.File}:{ruleCase.Line}: {mistake}")));
    }

    private static DrainForecast Forecast(RuleCase ruleCase, string spec, ClusterSnapshot cluster)
    {
        var text = $"apiVersion: {PlanLoader.ApiVersion}\nkind: {PlanLoader.Kind}\nmetadata: {{ name: case }}\nspec: {spec}\n";
        var (plan, mistakes) = PlanLoader.FromFile(text, $"{ruleCase.File}:{ruleCase.Line}: plan").Resolve(cluster);
        return plan is null ? throw new FormatException(string.Join('\n', mistakes)) : DrainForecaster.Run(cluster, plan, new() { Seeds = ForecastSeeds, WhatIf = false });
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Parameters(RuleCase ruleCase) =>
    [
        .. (Find(ruleCase, CaseDirective.Parameters) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair.ElementAtOrDefault(1) ?? "")),
    ];

    private static string? Find(RuleCase ruleCase, CaseDirective directive) => ruleCase.Directives.GetValueOrDefault(directive);
}
