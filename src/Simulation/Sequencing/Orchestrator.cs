using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Sequencing;

/// <summary>Decides which node is drained when, and what happens between the drains.</summary>
internal abstract class Orchestrator(SimulationRun run, MaintenancePlan plan)
{
    protected SimulationRun Run { get; } = run;

    protected MaintenancePlan Plan { get; } = plan;

    /// <summary>The nodes of the plan by number, in its order.</summary>
    public IReadOnlyList<int> PlannedNodes { get; } = [.. plan.Nodes.Select(run.Input.Placement.IndexOf)];

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsFinished { get; protected set; }

    /// <summary>Which of equally good nodes the scheduler takes: in the worst case the one that is drained next.</summary>
    public PlacementBias? Bias { get; } = run.Settings.Mode == DurationMode.Worst ? NextFirst(run, plan) : null;

    /// <summary>When only clients that repeat themselves are left, this long without any change proves that nothing will change.</summary>
    public virtual TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    public abstract void Start();

    public abstract void OnStep(int subject, int detail);

    public abstract void OnDrainFinished(DrainClient drain);

    /// <summary>Whether the kubelet of a node confirms the end of pods.</summary>
    public bool Answers(int node) => node >= Run.Input.Placement.NodeCount || Run.Input.Placement.Nodes[node].IsReady;

    /// <summary>Keeps new pods from a node that is to be drained.</summary>
    public virtual void Cordon(int node) => Run.Scheduler.State.Cordon(node);

    /// <summary>Whether a node was cordoned before the run.</summary>
    protected bool WasCordoned(int node) => Run.Input.Placement.Nodes[node].Unschedulable;

    private static PlacementBias NextFirst(SimulationRun run, MaintenancePlan plan)
    {
        var bias = new PlacementBias(run.Input.Placement.NodeCount);
        for (var i = 0; i < plan.Nodes.Count; i++)
        {
            bias[run.Input.Placement.IndexOf(plan.Nodes[i])] = plan.Nodes.Count - i;
        }

        return bias;
    }

    protected void Uncordon(int node)
    {
        Run.Recorder.OnNodeDone(node);
        Run.Scheduler.State.Uncordon(node);
        Run.Scheduler.Wake();
    }
}
