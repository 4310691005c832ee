using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>Asks every rule about every object that it is about.</summary>
public sealed class RuleEngine(RuleCatalog catalog)
{
    /// <summary>Why a rule was not asked that came after the end of the time.</summary>
    public const string TimeIsUp = "the time for an answer was up";

    /// <summary>The rules that are asked.</summary>
    public RuleCatalog Catalog => catalog;

    /// <summary>Judges a cluster. The same cluster and policy give the same evaluation, whatever order the objects were read in.</summary>
    public Evaluation Evaluate(ClusterSnapshot cluster, Policy policy, EvaluationOptions? options = null)
    {
        options ??= new();
        var run = new EvaluationRun(catalog, cluster, policy, options);
        if (options.Scope is { } scope)
        {
            for (var i = 0; i < scope.Count; i++)
            {
                run.AskAbout(scope[i]);
            }
        }
        else
        {
            AskAboutEverything(run, () => new(catalog, cluster, policy, options), options.ForEach);
        }

        foreach (var rule in catalog.ExemptionRules)
        {
            run.AskAboutExemptions(rule);
        }

        return run.Finish();
    }

    // Rules about the same kind of object share most of what they look up, so each such group is one part of the work, the largest first.
    private void AskAboutEverything(EvaluationRun whole, Func<EvaluationRun> begin, Action<int, Action<int>> forEach)
    {
        var groups = catalog.Rules.Where(rule => rule is not ExemptionRule).GroupBy(rule => rule.GetType().BaseType)
            .Select(group => group.ToArray()).OrderByDescending(group => group.Length).ToArray();
        var parts = new EvaluationRun[groups.Length];
        forEach(groups.Length, at =>
        {
            parts[at] = begin();
            Array.ForEach(groups[at], parts[at].Ask);
        });
        Array.ForEach(parts, whole.Add);
    }
}
