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
        var run = new EvaluationRun(catalog, cluster, policy, options ?? new());
        if (options?.Scope is { } scope)
        {
            foreach (var subject in scope)
            {
                run.AskAbout(subject);
            }
        }
        else
        {
            foreach (var rule in catalog.Rules.Where(rule => rule is not ExemptionRule))
            {
                run.Ask(rule);
            }
        }

        foreach (var rule in catalog.ExemptionRules)
        {
            run.AskAboutExemptions(rule);
        }

        return run.Finish();
    }
}
