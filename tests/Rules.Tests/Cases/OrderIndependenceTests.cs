using RiskAnalyzer.Hosting.Cases;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Tests.Cases;

public sealed class OrderIndependenceTests
{
    private const int Orders = 3;

    private static readonly RuleCaseEvaluator Evaluator = new(RuleCatalog.Default);

    public static TheoryData<string> RuleNames => [.. RuleCatalog.Default.Rules.Select(rule => rule.Descriptor.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void The_order_of_documents_changes_nothing_that_is_found(string rule)
    {
        // The seed is fixed, so a failure repeats.
        var random = new Random(20_261_122);
        foreach (var ruleCase in RuleCases.Of(RuleCatalog.Default.Find(rule)!))
        {
            var expected = Found(ruleCase);
            for (var i = 0; i < Orders; i++)
            {
                Assert.Equal(expected, Found(ruleCase with { Yaml = Shuffled(ruleCase.Manifest, random) }));
            }
        }
    }

    private static string Shuffled(string yaml, Random random)
    {
        var documents = yaml.Split("---\n");
        random.Shuffle(documents);
        return string.Join("\n---\n", documents);
    }

    private static string Found(RuleCase ruleCase)
    {
        var evaluation = Evaluator.Evaluate(ruleCase).Evaluation;
        return string.Join('\n', evaluation.Findings.Select(f => $"{f.Severity} {f.Object} {f.Rule} {f.Field} {f.Message} {f.Exemption}")
            .Concat(evaluation.NotEvaluated.Select(n => $"{n}")).Append($"{evaluation.Counts}"));
    }
}
