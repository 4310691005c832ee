using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports spread constraints and anti-affinity that miss the pods they are written in.</summary>
internal sealed class SpreadSelectsOthers : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "spread-selects-others",
        Category = RuleCategory.Availability,
        Severity = Severity.Medium,
        Summary = "Spread or anti-affinity does not select the workload's own pods",
        Why = """
            A constraint counts only the pods that its selector matches. When the workload's own labels do not match, the manifest looks
            spread, but the scheduler is free to put all replicas on one node.
            """,
        Fix = "Use the labels of the pod template in the labelSelector.",
        Sources = [KubernetesDocs.Spread],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        if (WorkloadScale.Of(subject, context.Around(subject)) is not { Ceiling: > 1 } scale)
        {
            return RuleOutcome.NotApplicable;
        }

        var misdirected = SpreadTerm.Misdirected(context.SpreadOf(scale.Controller));
        return misdirected.Count == 0 ? RuleOutcome.Passed : Found(misdirected, scale.Controller.Template.Labels);
    }

    private static RuleOutcome Found(IReadOnlyList<SpreadTerm> misdirected, LabelSet labels) => RuleOutcome.Found([.. misdirected.Select(term => new RuleHit
    {
        Field = term.Field + (term.Selector is null ? "" : ".labelSelector"),
        Message = $"{(term.IsConstraint ? "spread constraint" : "anti-affinity")} on {term.TopologyKey} {Missing(term, labels)}",
        Evidence = [new("selector", term.Selector?.ToString() ?? "not set"), new("labels", $"{labels}")],
    })]);

    private static string Missing(SpreadTerm term, LabelSet labels) => term.Selector is null
        ? "has no labelSelector and selects no pod"
        : term.Selector.Matches(labels)
            ? $"selects {term.Selector} in other namespaces only"
            : $"selects {term.Selector}, which the workload's own pods do not match";
}
