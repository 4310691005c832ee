using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>The drain of the system-upgrade-controller: kubectl in the pod of a Job, which starts the pod again when kubectl fails.</summary>
/// <remarks>Source: rancher/system-upgrade-controller:pkg/upgrade/job/job.go (New: an init container "drain", restartPolicy Never,
/// backoffLimit, activeDeadlineSeconds).</remarks>
internal sealed class UpgradeJobDrain(SimulationRun run, int number, int node, DrainSettings settings, SystemUpgradeControllerSettings job)
    : KubectlDrain(run, number, node, settings, RetryDelay)
{
    private int _failures;

    /// <summary>The Job's time is up: its pod is deleted, and kubectl with it.</summary>
    public void Stop() => Abort();

    // Where no kubelet answers, the Job's pod is never started.
    protected override void Begin()
    {
        if (Run.Orchestrator.Answers(Node))
        {
            base.Begin();
        }
    }

    protected override void OnReturned(NodeOutcome outcome)
    {
        if (outcome == NodeOutcome.Drained || ++_failures > job.JobBackoffLimit)
        {
            Finish(outcome);
        }
        else
        {
            BeginAgain(JobBackoff.After(_failures));
        }
    }
}
