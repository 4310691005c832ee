using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Disruption;

/// <summary>Reports a budget that shares pods with another one.</summary>
internal sealed class OverlappingBudgets : Rule<PodDisruptionBudget>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "overlapping-budgets",
        Category = RuleCategory.Disruption,
        Severity = Severity.Blocker,
        Summary = "Two PodDisruptionBudgets select the same pods",
        Why = """
            The eviction API answers with an error (500) for a pod that more than one budget selects, even if each of them would allow it.
            kubectl drain gives up on such a pod, others retry until their timeout.
            """,
        Fix = "Keep one budget per pod: narrow one selector, or remove one budget. One of them may come from an operator or a chart.",
        Sources = [KubernetesDocs.Disruptions, KubernetesDocs.Eviction],
    };

    public override RuleOutcome Check(PodDisruptionBudget subject, RuleContext context)
    {
        if (BudgetReading.CanSelectNothing(subject))
        {
            return RuleOutcome.NotApplicable;
        }

        var around = context.Around(subject);
        var reading = context.ReadingOf(subject);
        return IsAnyShared(reading, around) ? Judge(subject, reading, around) : RuleOutcome.Passed;
    }

    private static bool IsAnyShared(BudgetReading reading, NamespaceSnapshot around)
    {
        foreach (var member in reading.Members)
        {
            if (IsShared(member.Workload.Template.Labels, around))
            {
                return true;
            }
        }

        foreach (var pod in reading.Pods)
        {
            if (IsShared(pod.Metadata.Labels, around))
            {
                return true;
            }
        }

        return false;
    }

    private static RuleOutcome Judge(PodDisruptionBudget subject, BudgetReading reading, NamespaceSnapshot around)
    {
        var shared = reading.Members.Select(member => (Name: member.Workload.Reference.ToString(), member.Workload.Template.Labels))
            .Concat(reading.Pods.Where(pod => !pod.IsTerminating)
                .Select(pod => (Name: (around.WorkloadOf(pod)?.Reference ?? pod.Reference).ToString(), pod.Metadata.Labels)))
            .Select(item => (item.Name, Others: around.BudgetsSelecting(item.Labels).Where(other => !ReferenceEquals(other, subject))))
            .SelectMany(item => item.Others.Select(other => (item.Name, Other: other.Metadata.Name)))
            .Distinct()
            .ToArray();
        if (shared.Length == 0)
        {
            return RuleOutcome.Passed;
        }

        var others = shared.Select(item => item.Other).Distinct().Order(StringComparer.Ordinal).ToArray();
        var names = shared.Select(item => item.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
        var pods = names.Length == 1 ? names[0] : $"{names[0]} and {names.Length - 1} more";
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.selector",
            Message = $"selects pods of {pods} that PodDisruptionBudget {string.Join(", ", others)} also selects, so that their eviction fails",
            Evidence =
            [
                new("budgets", string.Join(", ", others.Append(subject.Metadata.Name).Order(StringComparer.Ordinal))),
                new("shared", string.Join(", ", names.Take(5))),
                new("selector", $"{subject.Selector}"),
            ],
        });
    }

    private static bool IsShared(LabelSet labels, NamespaceSnapshot around) => around.BudgetsSelecting(labels).Length > 1;
}
