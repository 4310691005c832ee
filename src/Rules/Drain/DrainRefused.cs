using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>Reports pods because of which the drain of a whole node does not start.</summary>
internal sealed class DrainRefused : ForecastRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "drain-refused",
        Category = RuleCategory.Drain,
        Severity = Severity.Blocker,
        Summary = "The drain of a node does not start because of this pod",
        Why = """
            Before it evicts anything, the drain looks at all pods of the node. One that has no controller, has local data or belongs to a
            DaemonSet makes it give up on the node unless the plan says what to do with such pods.
            """,
        Fix = "Give the pod a controller or a real volume, or let the plan say force, deleteEmptyDirData or ignoreDaemonSets.",
        Sources = [DrainSources.KubectlDrain],
        NeedsForecast = true,
    };

    protected override RuleOutcome Check(IResource subject, DrainForecast forecast, RuleContext context)
    {
        var pods = ForecastIndex.Of(forecast).Blockers($"{subject.Reference}").Where(pod => pod.IsRefusal).ToArray();
        return RuleOutcome.Found([.. pods.GroupBy(pod => pod.Blocker.Reason).OrderBy(group => group.Key).Select(group => Hit(subject, [.. group]))]);
    }

    private static RuleHit Hit(IResource subject, BlockedPod[] pods) => new()
    {
        Field = (subject, pods[0].Blocker.Reason) switch
        {
            (Workload, BlockReason.LocalStorage) => "spec.template.spec.volumes",
            (_, BlockReason.LocalStorage) => "spec.volumes",
            _ => "metadata.name",
        },
        Message = $"{(subject is Pod ? "" : $"{pods[0].Blocker.Pod} ")}{pods[0].Blocker.Message}; so {NodeList.InWords(pods)} refused",
        Evidence = [new("pods", NodeList.Pods(pods)), new("nodes", NodeList.Nodes(pods))],
    };
}
