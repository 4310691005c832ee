using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>Whatever empties one node: it evicts the pods that it found and waits until they are gone.</summary>
internal abstract class DrainClient(SimulationRun run, int number, int node)
{
    public SimulationRun Run { get; } = run;

    /// <summary>Its number among the drains of the run.</summary>
    public int Number { get; } = number;

    public int Node { get; } = node;

    /// <summary>When it started.</summary>
    public TimeSpan StartedAt { get; private set; }

    /// <summary>How it ended; null while it goes on.</summary>
    public NodeOutcome? Outcome { get; private set; }

    /// <summary>The pods it handles; none any more once it has ended and that was written down.</summary>
    public IReadOnlyList<DrainTask> Tasks { get; protected set; } = [];

    /// <summary>Whether its client library repeats a refused request by itself when the server says after how long.</summary>
    public virtual bool ObeysRetryAfter => true;

    public void Start()
    {
        StartedAt = Run.Now;
        Begin();
    }

    /// <summary>Goes on with a task, or with the drain itself for a negative number.</summary>
    public abstract void OnStep(int task);

    /// <summary>Takes the answer to an eviction.</summary>
    public abstract void OnAnswer(int task, EvictionAnswer answer);

    /// <summary>The time is up.</summary>
    public abstract void OnDeadline();

    protected abstract void Begin();

    protected void Finish(NodeOutcome outcome)
    {
        Outcome = outcome;
        Run.Orchestrator.OnDrainFinished(this);
        Tasks = [];
    }
}
