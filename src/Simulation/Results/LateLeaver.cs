using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>A pod that left late in one run. Of most runs nobody reads it, so it is kept as numbers and put into words only when asked for.</summary>
/// <param name="Who">The number of a pod of the snapshot; for a replacement the complement of its class's number.</param>
/// <param name="Ordinal">Its ordinal in a StatefulSet; -1 for others.</param>
/// <param name="Milliseconds">From the start of the node's drain until it was gone.</param>
/// <param name="Because">What took the time.</param>
internal readonly record struct LateLeaver(int Who, int Ordinal, int Milliseconds, LateReason Because)
{
    public static LateLeaver Of(SimulatedPod pod, TimeSpan after, LateReason because) =>
        new(pod.Original is null ? ~pod.Class.Number : pod.Id, pod.Ordinal, (int)Math.Min(int.MaxValue, after.TotalMilliseconds), because);

    public SlowPod In(SimulationInput input)
    {
        var name = Who >= 0 ? PodName.Of(input, input.Pods[Who].Pod, input.Pods[Who].Class, Ordinal) : PodName.Of(input, null, input.Classes[~Who], Ordinal);
        return new(name, Milliseconds / 1000.0, Because switch
        {
            LateReason.Shutdown => "shutdown",
            LateReason.TerminationGrace => "termination-grace",
            LateReason.Budget => "budget",
            LateReason.RateLimit => "rate-limit",
            _ => throw new InvalidOperationException($"reason {Because}"),
        });
    }
}
