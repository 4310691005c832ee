using RiskAnalyzer.Simulation.Clients;
using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Lifecycle;
using RiskAnalyzer.Simulation.Preparation;
using RiskAnalyzer.Simulation.Results;
using RiskAnalyzer.Simulation.Sequencing;

namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>One run: virtual time, the queue, and the parts that act. An ordinary computation, without clock or chance of its own.</summary>
internal sealed class SimulationRun
{
    // Far above what any real plan needs; a run that reaches it is reported as one that never ends.
    private const long MaxEventsPerPod = 20_000;

    private readonly EventQueue _queue = new();
    private readonly Func<RunDetails> _again;
    private long _eventsLeft;
    private int _changesAhead;
    private TimeSpan _lastChange;
    private readonly TimeSpan _startsWithinSecond;

    public SimulationRun(SimulationInput input, RunSettings settings, Func<SimulationRun, Orchestrator> orchestrator)
    {
        Input = input;
        Settings = settings;
        _again = Again(input, settings, orchestrator);
        Random = new(SeededRandom.Mix(settings.Seed + 1));
        _startsWithinSecond = settings.Latencies.StartWithinSecond.Draw(Random);
        Recorder = new(this);
        Budgets = new(this);
        Scheduler = new(this);
        Controllers = new(this);
        Pods = new(this);
        Kubelets = new(this);
        Volumes = new(this);
        Evictions = new(this);
        Orchestrator = orchestrator(this);
    }

    public SimulationInput Input { get; }

    public RunSettings Settings { get; }

    public SeededRandom Random { get; }

    public TimeSpan Now { get; private set; }

    /// <summary>What has passed of the present second of the wall clock, which the times of conditions leave out.</summary>
    public TimeSpan SinceFullSecond => TimeSpan.FromTicks((_startsWithinSecond + Now).Ticks % TimeSpan.TicksPerSecond);

    public PodLifecycle Pods { get; }

    public Kubelets Kubelets { get; }

    public VolumeMoves Volumes { get; }

    public BudgetLedger Budgets { get; }

    public SchedulingQueue Scheduler { get; }

    public ReplicaControllers Controllers { get; }

    public EvictionApi Evictions { get; }

    public Orchestrator Orchestrator { get; }

    public RunRecorder Recorder { get; }

    public List<DrainClient> Drains { get; } = [];

    /// <summary>Whether nothing that is still to come can change anything.</summary>
    public bool IsStuck { get; private set; }

    public void After(TimeSpan delay, EventKind kind, int subject, int detail = 0) => At(Now + delay, kind, subject, detail);

    public void At(TimeSpan at, EventKind kind, int subject, int detail = 0)
    {
        _changesAhead += Changes(kind) ? 1 : 0;
        _queue.Add(at, new(kind, subject, detail));
    }

    /// <summary>Says that something changed that a waiting client may notice.</summary>
    public void NoteChange() => _lastChange = Now;

    /// <summary>Says that what goes on now will go on for ever.</summary>
    public void GiveUp() => IsStuck = true;

    public RunResult Execute()
    {
        Start();
        while (Step())
        {
        }

        return Finish();
    }

    /// <summary>Sets up the first instant.</summary>
    public void Start()
    {
        _eventsLeft = MaxEventsPerPod * (Input.Pods.Length + 100L);
        Pods.Start();
        Orchestrator.Start();
    }

    /// <summary>Lets the next event happen.</summary>
    /// <returns>False when the run is over.</returns>
    public bool Step()
    {
        if (IsStuck || Orchestrator.IsFinished || !_queue.TryTake(out var at, out var item))
        {
            return false;
        }

        Take(at, item.Kind);
        if (--_eventsLeft < 0 || (_changesAhead == 0 && at - _lastChange > Orchestrator.Patience))
        {
            IsStuck = true;
            return false;
        }

        Dispatch(item);
        return true;
    }

    /// <summary>Sums up.</summary>
    public RunResult Finish()
    {
        IsStuck |= !Orchestrator.IsFinished;
        Recorder.OnMaintenanceOver();
        if (!IsStuck)
        {
            // The last node takes pods again at the very end.
            Scheduler.ScheduleAll();
            LetPodsReturn();
        }

        return Recorder.Finish(_again);
    }

    // Holds on to nothing of the run that it repeats.
    private static Func<RunDetails> Again(SimulationInput input, RunSettings settings, Func<SimulationRun, Orchestrator> orchestrator) =>
        () => new SimulationRun(input, settings with { IsDetailed = true }, orchestrator).Execute().Details;

    // The maintenance is over, but replacements may still start, and until then their workloads are down.
    private void LetPodsReturn()
    {
        while (Recorder.IsAnythingDown && _changesAhead > 0 && --_eventsLeft >= 0 && _queue.TryTake(out var at, out var item))
        {
            Take(at, item.Kind);
            if (IsOfPods(item.Kind))
            {
                Dispatch(item);
            }
        }
    }

    private void Take(TimeSpan at, EventKind kind)
    {
        Now = at;
        if (Changes(kind))
        {
            _changesAhead--;
            _lastChange = at;
        }
    }

    private static bool Changes(EventKind kind) =>
        kind < EventKind.BudgetSync || kind is EventKind.Schedule or EventKind.DrainDeadline or EventKind.Orchestrate;

    // Nobody drains any more: what is left is the doing of pods, controllers and the scheduler.
    private static bool IsOfPods(EventKind kind) => kind <= EventKind.Schedule;

    private void Dispatch(SimulationEvent item)
    {
        switch (item.Kind)
        {
            case EventKind.PodGone: Pods.OnGone(item.Subject); break;
            case EventKind.PodEnded: Pods.OnEnded(item.Subject); break;
            case EventKind.PodRunning: Kubelets.OnRunning(item.Subject); break;
            case EventKind.PodReady: Kubelets.OnReady(item.Subject); break;
            case EventKind.PodAvailable: Controllers.OnAvailable(item.Subject); break;
            case EventKind.ControllerSync: Controllers.Sync(item.Subject); break;
            case EventKind.BudgetSync: Budgets.Sync(item.Subject); break;
            case EventKind.Schedule: Scheduler.ScheduleAll(); break;
            case EventKind.DrainDeadline or EventKind.AttemptDeadline: Drains[item.Subject].OnDeadline(); break;
            case EventKind.ControllerEnd: Controllers.OnEnd(item.Subject); break;
            case EventKind.Orchestrate or EventKind.Look: Orchestrator.OnStep(item.Subject, item.Detail); break;
            case EventKind.EvictionArrival: Evictions.OnArrival(item.Subject); break;
            case EventKind.CacheProgress: Evictions.Cache.OnProgress(); break;
            case EventKind.EvictionRead: Evictions.OnRead(item.Subject); break;
            case EventKind.EvictionCommit: Evictions.OnCommit(item.Subject); break;
            case EventKind.EvictionDelete: Evictions.OnDelete(item.Subject); break;
            case EventKind.ClientStep: Drains[item.Subject].OnStep(item.Detail); break;
            default: throw new InvalidOperationException($"event {item.Kind}");
        }
    }
}
