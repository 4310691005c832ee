using RiskAnalyzer.Simulation.Eviction;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>kubectl drain on one node: all pods at a time, refusals tried again after a pause, then polling until each is gone.</summary>
/// <remarks>Source: kubernetes/kubectl:pkg/drain/drain.go (RunNodeDrain, evictPods, waitForDelete); client-go's rest/config.go (DefaultQPS,
/// DefaultBurst).</remarks>
internal class KubectlDrain(SimulationRun run, int number, int node, DrainSettings settings, TimeSpan retryDelay)
    : DrainClient(run, number, node)
{
    /// <summary>The pause of kubectl after a refusal.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    // What each API group's client sends a second, and at once.
    private const double RequestsPerSecond = 5;
    private const int Burst = 10;

    private const int ListStep = -1;
    private const int EndStep = -2;

    // Cordoning and listing the pods take a request each from the limiter that polls share.
    private const int RequestsBeforeEvicting = 2;

    // The pause between two looks at a pod that is being deleted.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly TokenBucket _core = new(RequestsPerSecond, Burst);
    private readonly TokenBucket _apps = new(RequestsPerSecond, Burst);
    private readonly TokenBucket _policy = new(RequestsPerSecond, Burst);
    private TimeSpan? _deadline;
    private int _open;

    // The number of the first task. A command that is started again goes on counting, so that it is not taken for the one before.
    private int _first;

    /// <summary>What the end of its time is to the run: an end, or one of many when the command is started again.</summary>
    protected virtual EventKind Deadline => EventKind.DrainDeadline;

    protected override void Begin()
    {
        Run.Orchestrator.Cordon(Node);
        Run.After(Run.Settings.Latencies.ClientStart.Draw(Run.Random), EventKind.ClientStep, Number, ListStep);
    }

    /// <summary>The command has returned.</summary>
    protected virtual void OnReturned(NodeOutcome outcome) => Finish(outcome);

    /// <summary>Starts the command again after a pause; what was evicted stays so.</summary>
    protected void BeginAgain(TimeSpan pause)
    {
        _first += Tasks.Count;
        Run.After(pause + Run.Settings.Latencies.ClientStart.Draw(Run.Random), EventKind.ClientStep, Number, ListStep);
    }

    /// <summary>Ends the command from outside, as if its time were up.</summary>
    protected void Abort()
    {
        foreach (var task in Tasks.Where(task => task.Stage != DrainTaskStage.Done))
        {
            task.HasTimedOut = true;
        }

        Finish(NodeOutcome.Blocked);
    }

    public override void OnStep(int task)
    {
        if (Outcome is not null)
        {
            return;
        }

        if (task == ListStep)
        {
            ListPods();
        }
        else if (task == EndStep)
        {
            OnReturned(Result());
        }
        else if (Find(task) is { } item)
        {
            Advance(task, item);
        }
    }

    public override void OnAnswer(int task, EvictionAnswer answer)
    {
        if (Find(task) is not { } item)
        {
            return;
        }

        switch (answer)
        {
            case EvictionAnswer.Accepted:
                item.Stage = DrainTaskStage.Reading;
                ReadPod(task);
                break;
            case EvictionAnswer.NotFound:
                Close(item);
                break;
            case EvictionAnswer.TooManyRequests or EvictionAnswer.NamespaceTerminating:
                item.Refuse(answer, Run.Now);
                item.Stage = DrainTaskStage.Sleeping;
                Run.After(retryDelay, EventKind.ClientStep, Number, task);
                break;
            case EvictionAnswer.SeveralBudgets:
                item.Refuse(answer, Run.Now);
                item.HasFailed = true;
                Close(item);
                break;
            default:
                throw new InvalidOperationException($"answer {answer}");
        }
    }

    // A task that polls ends at the deadline; one that sleeps notices when it wakes.
    public override void OnDeadline()
    {
        if (_deadline > Run.Now)
        {
            return;
        }

        foreach (var task in Tasks)
        {
            if (task.Stage is DrainTaskStage.Polling or DrainTaskStage.Reading)
            {
                task.HasTimedOut = true;
                Close(task);
            }
        }
    }

    // A task by its number; null when its command is over.
    private DrainTask? Find(int task) => Outcome is null && task >= _first ? Tasks[task - _first] : null;

    private void ListPods()
    {
        var (pods, daemonSetLookups, isRefused) = KubectlFilter.Choose(Run, Node, settings);
        if (isRefused)
        {
            OnReturned(NodeOutcome.Refused);
            return;
        }

        for (var i = 0; i < RequestsBeforeEvicting; i++)
        {
            _ = _core.Reserve(Run.Now);
        }

        var ready = Run.Now;
        for (var i = 0; i < daemonSetLookups; i++)
        {
            ready = _apps.Reserve(ready);
        }

        var listed = ListOrder.Of(Run, pods);
        Tasks = [.. (settings.DisableEviction ? listed : GoroutineOrder.Of(listed, Run.Random)).Select(pod => new DrainTask(pod) { SentAt = ready })];
        _open = Tasks.Count;
        if (settings.TimeoutSeconds > 0)
        {
            _deadline = ready + Seconds.Of(settings.TimeoutSeconds);
            Run.At(_deadline.Value, Deadline, Number);
        }

        for (var task = 0; task < Tasks.Count; task++)
        {
            Run.At(ready, EventKind.ClientStep, Number, _first + task);
        }

        if (_open == 0)
        {
            Run.At(ready + Run.Settings.Latencies.ClientEnd.Draw(Run.Random), EventKind.ClientStep, Number, EndStep);
        }
    }

    private void Advance(int number, DrainTask task)
    {
        switch (task.Stage)
        {
            case DrainTaskStage.Sleeping when _deadline <= Run.Now:
            case DrainTaskStage.Evicting when _deadline <= Run.Now:
                task.HasTimedOut = true;
                Close(task);
                break;
            case DrainTaskStage.Sleeping:
                // The pod is read again before it is tried again.
                task.Stage = DrainTaskStage.Evicting;
                Run.At(_core.Reserve(Run.Now) + Run.Settings.Latencies.Request.Draw(Run.Random), EventKind.ClientStep, Number, number);
                break;
            case DrainTaskStage.Evicting:
                task.Stage = DrainTaskStage.Answering;
                double? grace = settings.GracePeriodSeconds < 0 ? null : settings.GracePeriodSeconds;
                Run.Evictions.Submit(
                    new(this, number, task.Pod, grace) { IsDeletion = settings.DisableEviction }, (settings.DisableEviction ? _core : _policy).Reserve(Run.Now));
                break;
            case DrainTaskStage.Polling:
                task.Stage = DrainTaskStage.Reading;
                ReadPod(number);
                break;
            case DrainTaskStage.Reading:
                Look(number, task);
                break;
            case DrainTaskStage.Answering or DrainTaskStage.Done:
                break;
            default:
                throw new InvalidOperationException($"stage {task.Stage}");
        }
    }

    private void ReadPod(int task) =>
        Run.At(_core.Reserve(Run.Now) + Run.Settings.Latencies.Request.Draw(Run.Random), EventKind.ClientStep, Number, task);

    private void Look(int number, DrainTask task)
    {
        if (task.Pod.Stage == Lifecycle.PodStage.Gone)
        {
            Close(task);
            return;
        }

        // The ticker starts when the first look is over. It keeps one tick for a reader that is late and drops the others.
        var since = task.PollingSince ??= Run.Now;
        var passed = (Run.Now - since).Ticks / PollInterval.Ticks;
        var next = passed > task.LastTick ? Run.Now : since + (PollInterval * (task.LastTick + 1));
        task.LastTick = Math.Max(passed, task.LastTick + 1);
        task.Stage = DrainTaskStage.Polling;
        Run.At(next, EventKind.ClientStep, Number, number);
    }

    private void Close(DrainTask task)
    {
        task.Stage = DrainTaskStage.Done;
        if (--_open == 0)
        {
            Run.After(Run.Settings.Latencies.ClientEnd.Draw(Run.Random), EventKind.ClientStep, Number, EndStep);
        }
    }

    // A drain that ran into its timeout did so whatever else went wrong; without a timeout it would not have returned at all.
    private NodeOutcome Result() =>
        Tasks.Any(task => task.HasTimedOut) ? NodeOutcome.Blocked
        : Tasks.Any(task => task.HasFailed) ? NodeOutcome.Failed
        : NodeOutcome.Drained;
}
