using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget whose own fields rule out every eviction.</summary>
internal sealed class BudgetNeverAllows : Rule<PodDisruptionBudget>
{
    private static readonly TextListParameter ManagedNamespaces = new(
        "managedNamespaces", ["rook-ceph"], "Namespaces whose operator opens its budgets during maintenance.",
        "elastisys/compliantkubernetes-apps:helmfile.d/charts/gatekeeper/constraints/templates/restrict-pod-disruption-budgets/constraint.yaml");

    public override IReadOnlyList<RuleParameter> Parameters => [ManagedNamespaces];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "budget-never-allows",
        Category = RuleCategory.Disruption,
        Severity = Severity.Blocker,
        Summary = "PodDisruptionBudget never allows an eviction",
        Why = """
            A drain evicts pods and waits while an eviction is refused. This budget refuses every eviction, whatever the number of
            replicas and however healthy they are, so the node stays until somebody edits the budget.
            """,
        Fix = "Set maxUnavailable to 1. If the budget means \"call me first\", remove it and agree on a procedure with the platform team.",
        Sources = [KubernetesDocs.ConfigureBudget, KubernetesDocs.DisruptionController],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject) || context.Lists(ManagedNamespaces, subject.Namespace))
        {
            return RuleOutcome.NotApplicable;
        }

        if (!BudgetArithmetic.StatesNever(subject))
        {
            return RuleOutcome.Passed;
        }

        var around = context.Around(subject);
        var reading = context.ReadingOf(subject);
        var holdsNothing = reading.Members.IsEmpty && reading.Pods.IsEmpty;
        if (holdsNothing && (context.Cluster.IsLive || around.WorkloadsSelectedBy(subject).Length > 0))
        {
            return RuleOutcome.NotApplicable;
        }

        var of = holdsNothing ? "the pods it selects" : reading.MembersInWords;
        return RuleOutcome.Found(new RuleHit
        {
            Field = subject.PolicyField,
            Message = Message(subject, of),
            Evidence = [new(FieldName(subject), Value(subject)), .. BudgetEvidence.Of(reading)],
        });
    }

    private static string Message(PodDisruptionBudget budget, string of) =>
        BudgetArithmetic.StatesNothing(budget)
            ? $"states neither minAvailable nor maxUnavailable, so that no eviction of {of} is ever allowed"
            : $"{FieldName(budget)} {Value(budget)} refuses every eviction of {of}";

    private static string FieldName(PodDisruptionBudget budget) =>
        budget.MaxUnavailable is not null ? "maxUnavailable" : "minAvailable";

    private static string Value(PodDisruptionBudget budget) => (budget.MaxUnavailable ?? budget.MinAvailable)?.ToString() ?? "not set";
}
