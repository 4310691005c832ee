using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>The drain of OpenShift's machine-config-operator: attempts of kubectl's drain library, again and again until one succeeds.</summary>
/// <remarks>Source: openshift/machine-config-operator:pkg/controller/drain/drain_controller.go (DefaultConfig, drainNode). An attempt reads how long
/// the drain has gone on when it starts, and pauses by that when it fails.</remarks>
internal sealed class MachineConfigDrain(SimulationRun run, int number, int node, DrainSettings settings)
    : KubectlDrain(run, number, node, settings, RetryDelay)
{
    /// <summary>The longest pause between two attempts (DrainRequeueFailingDelay).</summary>
    public static readonly TimeSpan LongPause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ShortPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongAfter = TimeSpan.FromMinutes(10);

    private readonly ReturnCounter _returns = new();
    private readonly HashSet<SimulatedPod> _seen = [];
    private TimeSpan _attemptAt;

    protected override EventKind Deadline => EventKind.AttemptDeadline;

    protected override void Begin()
    {
        _attemptAt = Run.Now;
        base.Begin();
    }

    protected override void OnReturned(NodeOutcome outcome)
    {
        if (outcome is NodeOutcome.Drained or NodeOutcome.Refused)
        {
            Finish(outcome);
            return;
        }

        // Every attempt lists the pods anew, also those that came back.
        foreach (var task in Tasks)
        {
            task.HasReturned = _seen.Add(task.Pod) && _returns.IsEndless(task.Pod, StartedAt);
        }

        if (Tasks.Any(task => task.HasReturned))
        {
            Run.GiveUp();
        }

        // The controller asks for more than ten minutes; the fifth attempt is that late, as nothing happens at once.
        var pause = _attemptAt - StartedAt >= LongAfter ? LongPause : ShortPause;
        _attemptAt = Run.Now + pause;
        BeginAgain(pause);
    }
}
