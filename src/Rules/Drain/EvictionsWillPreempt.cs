using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports a workload whose evicted pods push others out.</summary>
internal sealed class EvictionsWillPreempt : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "evictions-will-preempt",
        Category = RuleCategory.Drain,
        Severity = Severity.Medium,
        Summary = "Evicted pods take the place of others of lower priority",
        Why = """
            A replacement of high priority that finds no room makes the scheduler delete pods of lower priority elsewhere. Their owners lose
            pods although their nodes are not drained, and in need even against a budget.
            """,
        Fix = "Make room before the run, or give the workload a priority that it deserves.",
        Sources = [DrainSources.Preemption],
        NeedsForecast = true,
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        if (ForecastIndex.Of(context.Forecast!).Workload($"{subject.Reference}") is not { } workload)
        {
            return RuleOutcome.NotApplicable;
        }

        var victims = workload.Preempts.Where(preempted => preempted.Victim is not { } victim || !Placeholders.Contain(context.Cluster, victim)).ToArray();
        return victims.Length == 0 ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = "spec.template.spec.priorityClassName",
            Message = $"its replacements push out {string.Join(", ", victims.Select(preempted => preempted.InWords))}",
            Evidence = [.. victims.Select(victim => KeyValuePair.Create(victim.Victim ?? "bare pods", $"{victim.Pods}")), new("priority", $"{Placeholders.PriorityOf(subject, context.Cluster)}")],
        });
    }
}
