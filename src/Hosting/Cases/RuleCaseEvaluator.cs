using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Hosting.Cases;

/// <summary>Runs the rules over a case, on the way that every other input takes.</summary>
public sealed class RuleCaseEvaluator(RuleCatalog catalog)
{
    private readonly RuleEngine _engine = new(catalog);
    private readonly CaseSettings _settings = new(catalog);

    /// <summary>Runs all rules over a case. A rule that is opt-in is enabled in its own cases.</summary>
    /// <exception cref="FormatException">The case itself is wrong: its manifests, its policy or a directive.</exception>
    public CaseResult Evaluate(RuleCase ruleCase)
    {
        var input = ManifestReader.ReadText(ruleCase.Yaml, ruleCase.File, CaseSettings.Reading(ruleCase));
        if (!input.Snapshot.Problems.IsEmpty || !input.Errors.IsEmpty)
        {
            var problems = input.Errors.Select(error => error.ToString()).Concat(input.Snapshot.Problems.Select(p => $"{p.Location}: {p.Message}"));
            throw new FormatException(string.Join('\n', problems));
        }

        var options = CaseSettings.Evaluation(ruleCase, input.Snapshot);
        var evaluation = _engine.Evaluate(input.Snapshot, _settings.Policy(ruleCase), options);
        var byPlace = evaluation.Findings.ToLookup(finding => finding.Object.Kind == PolicyDocument.CurrentKind);
        var lines = input.Lines.LinesOf([.. byPlace[false].Select(finding => new FieldPlace(finding.Source, finding.Field))]);
        return new()
        {
            Evaluation = evaluation,
            Forecast = options.Forecast,
            Located = [.. byPlace[false].Select((finding, at) => KeyValuePair.Create(lines[at], finding))],
            AboutPolicy = [.. byPlace[true]],
        };
    }
}
