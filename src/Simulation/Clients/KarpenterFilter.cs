using System.Globalization;
using System.Text.RegularExpressions;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>What Karpenter does with a pod of a node that it drains.</summary>
/// <remarks>Source: kubernetes-sigs/karpenter:pkg/utils/pod/scheduling.go (IsWaitingEviction, IsDrainable, IsStuckTerminating,
/// IsDoNotDisruptActive) and pkg/controllers/node/termination/terminator/terminator.go (groupPodsByPriority).</remarks>
internal static partial class KarpenterFilter
{
    /// <summary>The annotation that keeps a pod from being evicted.</summary>
    public const string DoNotDisrupt = "karpenter.sh/do-not-disrupt";

    private const int CriticalTier = 2;

    // After its deletionTimestamp a pod is waited for this much longer.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);

    /// <summary>The taint that keeps new pods from the node.</summary>
    public static Taint Disrupted { get; } = new("karpenter.sh/disrupted", "", "NoSchedule");

    /// <summary>Whether the drain waits for a pod: not for one that tolerates the taint, has finished, is of the node itself, or should have been
    /// gone a minute ago.</summary>
    public static bool IsWaitedFor(SimulationRun run, SimulatedPod pod) =>
        !pod.HasEnded && pod.Stage is not (PodStage.Finished or PodStage.Gone) && pod.Original is not { IsMirror: true }
        && !Tolerations.Tolerate(pod.Class.Spec.Tolerations, Disrupted)
        && !(pod.Stage == PodStage.Terminating && run.Now > LeftAt(run, pod));

    /// <summary>When a pod that is being deleted is no longer waited for, in any case.</summary>
    public static TimeSpan LeftAt(SimulationRun run, SimulatedPod pod) => Overdue
        + (pod.Original?.Metadata.DeletionTimestamp is { } timestamp ? timestamp - run.Input.Snapshot.CapturedAt : pod.DeletedAt + Seconds.Of(pod.Class.GraceSeconds));

    /// <summary>Which pods leave first: those that are neither critical nor of a DaemonSet, then those of DaemonSets, then the critical ones likewise.</summary>
    public static int Tier(SimulatedPod pod) =>
        (pod.Class.Spec.PriorityClassName is "system-cluster-critical" or "system-node-critical" ? CriticalTier : 0) + (pod.Original is { IsDaemonSetPod: true } ? 1 : 0);

    /// <summary>Until when the annotation keeps a pod; null when it has none, or none that can be read.</summary>
    public static TimeSpan? ProtectedUntil(SimulationRun run, SimulatedPod pod)
    {
        if (pod.Class.Annotations.Find(DoNotDisrupt) is not { } value)
        {
            return null;
        }

        if (value == "true")
        {
            return TimeSpan.MaxValue;
        }

        // Its time counts from the start of the pod.
        var startedAt = pod.Original is { } original ? (original.StartedAt - run.Input.Snapshot.CapturedAt) ?? TimeSpan.Zero : pod.BoundAt;
        return Duration(value) is { } duration ? startedAt + duration : null;
    }

    private static TimeSpan? Duration(string text)
    {
        if (GoDuration().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var seconds = (Part(match, "h") * 3600) + (Part(match, "m") * 60) + Part(match, "s");
        return seconds > 0 ? Seconds.Of(seconds) : null;
    }

    private static double Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true, Value: var digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?=\d)((?<h>\d{1,6}(\.\d{1,6})?)h)?((?<m>\d{1,8}(\.\d{1,6})?)m)?((?<s>\d{1,9}(\.\d{1,6})?)s)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoDuration();
}
