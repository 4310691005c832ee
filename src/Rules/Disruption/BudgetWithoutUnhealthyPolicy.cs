using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Mentions a budget that leaves the eviction of unready pods to the default.</summary>
internal sealed class BudgetWithoutUnhealthyPolicy : Rule<PodDisruptionBudget>
{
    // The field is beta from there on, and stable from 1.31 on.
    private static readonly MinorVersion UsableFrom = new(1, 27);

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-without-unhealthy-policy",
        Category = RuleCategory.Disruption,
        Severity = Severity.Info,
        IsOptIn = true,
        Summary = "PodDisruptionBudget does not say how unready pods are evicted",
        Why = """
            By default a pod that is not Ready may be evicted only while enough others are healthy, so that a broken workload can hold up a
            drain. AlwaysAllow lets broken pods go at any time. The rule is off unless a policy enables it: most budgets say nothing,
            and unhealthy-pod-holds-budget reports where that matters.
            """,
        Fix = """
            Set unhealthyPodEvictionPolicy: AlwaysAllow, or write IfHealthyBudget to state the default on purpose, as a quorum system may want.
            """,
        Sources =
        [
            new("Unhealthy Pod Eviction Policy", "https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy"),
            new("KEP-3017", "https://github.com/kubernetes/enhancements/tree/master/keps/sig-apps/3017-pod-healthy-policy-for-pdb"),
        ],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context) =>
        subject.ApiVersion != "policy/v1" || BudgetReading.CanSelectNothing(subject) || IsTooOld(context.KubernetesVersion)
            ? RuleOutcome.NotApplicable
            : subject.StatesUnhealthyPolicy || subject.AlwaysAllowsUnhealthy
                ? RuleOutcome.Passed
                : RuleOutcome.Found(new RuleHit
                {
                    Field = "spec",
                    Message = "does not state unhealthyPodEvictionPolicy, so that unready pods go only while enough others are healthy",
                    Evidence = [new("unhealthyPodEvictionPolicy", "not set")],
                });

    private static bool IsTooOld(string? version) =>
        MinorVersion.TryParse(version) is { } known && known < UsableFrom;
}
