namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>How long a Job's controller waits after a failure before it makes a pod.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/controller/job (DefaultJobPodFailureBackOff, MaxJobPodFailureBackOff, isPodFailed and
/// backoff_utils.go): a pod that is being deleted counts as failed at the time of the request, in whole seconds.</remarks>
internal static class JobBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // Ten seconds doubled this often are more than the longest.
    private const int MostDoublings = 6;

    /// <summary>The wait after so many failures in a row, 1 or more.</summary>
    public static TimeSpan After(int failures)
    {
        var wait = First * (1 << Math.Min(failures - 1, MostDoublings));
        return wait < Longest ? wait : Longest;
    }
}
