using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Content;

/// <summary>Sentences about the pods that an orchestrator takes by force.</summary>
public static class TakenByForce
{
    /// <summary>How many pods, and which budgets are violated, in one sentence; null when no pod is taken by force.</summary>
    public static string? Headline(DrainForecast forecast)
    {
        ForcedPod[] pods = [.. forecast.Nodes.SelectMany(node => node.Forced)];
        string[] budgets = [.. pods.Select(pod => pod.Budget).OfType<string>().Distinct(StringComparer.Ordinal)];
        return pods.Length == 0 ? null
            : $"{Counted.Of(pods.Length, "pod is", "pods are")} taken by force{(budgets.Length == 0 ? "" : $", which violates {Counted.Names(budgets)}")}";
    }

    /// <summary>The pods of each node by their workload, what happens to them, and what forbids it.</summary>
    public static IReadOnlyList<NamedSentence> Of(DrainForecast forecast) =>
    [
        .. forecast.Nodes.SelectMany(node => node.Forced
            .GroupBy(pod => (pod.Owner, pod.How, pod.Budget))
            .Select(group => new NamedSentence(node.Name, Sentence([.. group])))),
    ];

    private static string Sentence(ForcedPod[] pods)
    {
        var (first, names) = (pods[0], Counted.Names([.. pods.Select(pod => pod.Pod)]));
        var subject = first.Owner is { } owner ? $"{Counted.Of(pods.Length, "pod")} of {owner}" : Counted.Of(pods.Length, "pod without controller", "pods without controller");
        var though = first.Budget is { } budget ? $", though {budget} allows no disruption" : "";
        return $"{subject} {(pods.Length == 1 ? "is" : "are")} {What(first.How)}{though}: {names}";
    }

    private static string What(ForceKind how) => how switch
    {
        ForceKind.DeletedDespiteBudget => "deleted instead of evicted",
        ForceKind.KilledByReboot => "killed by the reboot",
        ForceKind.DeletedWithMachine => "lost with the machine",
        ForceKind.DeletedDespiteAnnotation => "deleted though an annotation says not to disrupt",
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
    };
}
