using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Says why a Job fails.</summary>
internal static class JobFailure
{
    public static string InWords(ObjectReference workload, ControllerState job)
    {
        var limit = job.Info.FailureLimit!;
        var subject = job.Info.Reference == workload ? "" : $"its {job.Info.Reference} ";
        var before = limit.Before == 0 ? "" : $" after {Counted.Of(limit.Before, "failure")}";
        return $"{subject}fails, as {Counted.Of(job.Failures, "lost pod")}{before} {(job.Failures == 1 && limit.Before == 0 ? "is" : "are")} more than its backoffLimit of {limit.Most}: "
            + "its other pods are deleted, and no more are made";
    }
}
