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
        var around = context.Around(subject);
        if (WorkloadScale.Of(subject, around) is not { Ceiling: > 1 } scale)
        {
            return RuleOutcome.NotApplicable;
        }

        var template = scale.Controller.Template;
        return RuleOutcome.Found([.. SpreadTerm.Misdirected(SpreadTerm.Of(template, around)).Select(term => new RuleHit
        {
            Field = term.Field + (term.Selector is null ? "" : ".labelSelector"),
            Message = $"{(term.IsConstraint ? "spread constraint" : "anti-affinity")} on {term.TopologyKey} {Missing(term)}",
            Evidence = [new("selector", term.Selector?.ToString() ?? "not set"), new("labels", $"{template.Labels}")],
        })]);

        string Missing(SpreadTerm term) => term.Selector is null
            ? "has no labelSelector and selects no pod"
            : term.Selector.Matches(template.Labels)
                ? $"selects {term.Selector} in other namespaces only"
                : $"selects {term.Selector}, which the workload's own pods do not match";
    }
}
