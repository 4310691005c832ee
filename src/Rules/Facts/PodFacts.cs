using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>Questions about a pod that is not Ready.</summary>
internal static class PodFacts
{
    private const int MaxShown = 3;

    /// <summary>The first few pods with their trouble, as evidence of a finding; nothing when there are none.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Unready(IEnumerable<Pod> pods)
    {
        var all = pods.ToArray();
        return all.Length == 0
            ? []
            : [new("unready", string.Join("; ", all.Take(MaxShown).Select(pod => pod.StateInWords))
                + (all.Length > MaxShown ? $"; {all.Length - MaxShown} more" : ""))];
    }

    extension(Pod pod)
    {
        /// <summary>Since when the pod is not Ready; its creation when the condition does not say; null when it is Ready or unknown.</summary>
        public DateTimeOffset? UnreadySince => pod.IsReady ? null : pod.Ready?.Since ?? pod.Metadata.CreatedAt;

        /// <summary>Name, phase and trouble in words: <c>cart-0: Running, CrashLoopBackOff, 7 restarts</c>.</summary>
        public string StateInWords
        {
            get
            {
                var waiting = pod.ContainerStatuses.Select(status => status.WaitingReason).FirstOrDefault(reason => reason is not null);
                var restarts = pod.ContainerStatuses.Sum(status => status.RestartCount);
                return $"{pod.Metadata.Name}: {pod.Phase}{(waiting is null ? "" : $", {waiting}")}"
                    + (restarts switch { 0 => "", 1 => ", 1 restart", _ => $", {restarts} restarts" });
            }
        }
    }
}
