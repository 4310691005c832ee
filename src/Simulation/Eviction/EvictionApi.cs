using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Eviction;

/// <summary>The eviction subresource: its decisions, in its order, and the conflicts of evictions that come together.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/registry/core/pod/storage/eviction.go (Create, canIgnorePDB, checkAndDecrement).</remarks>
internal sealed class EvictionApi(SimulationRun run)
{
    // EvictionsRetry: 20 steps of 500 ms with 10 % jitter.
    private const int MaxAttempts = 20;
    private const double ConflictSeconds = 0.5;
    private const double ConflictJitter = 0.1;

    // A refusal with Retry-After 10 is repeated by client-go itself, up to ten times (client-go rest/with_retry.go).
    private const int MaxReturns = 10;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    // By number; that of one that was answered is given to another, as no event is on its way for it any more.
    private readonly List<EvictionRequest> _requests = [];
    private readonly Stack<int> _answered = [];

    /// <summary>The cache that an eviction reads its budget from first; after a conflict it reads from the store.</summary>
    public BudgetCache Cache { get; } = new(run);

    /// <summary>Takes a request that was sent at a time.</summary>
    public void Submit(EvictionRequest request, TimeSpan sentAt)
    {
        run.At(sentAt + run.Settings.Latencies.Request.Draw(run.Random), EventKind.EvictionArrival, NumberOf(request));
    }

    /// <summary>A pod that a budget may guard waits for the budgets; any other is deleted at once.</summary>
    public void OnArrival(int number)
    {
        if (_requests[number] is { IsDeletion: false, Pod.Stage: PodStage.Running or PodStage.Ready })
        {
            Cache.Read(number);
        }
        else
        {
            OnRead(number);
        }
    }

    public void OnRead(int number)
    {
        var request = _requests[number];
        var pod = request.Pod;
        if (pod.Stage == PodStage.Gone)
        {
            Answer(number, EvictionAnswer.NotFound);
        }
        else if (request.IsDeletion)
        {
            Accept(number);
        }
        else if (pod.Class.IsNamespaceTerminating && pod.Stage != PodStage.Terminating)
        {
            Answer(number, EvictionAnswer.NamespaceTerminating);
        }
        else if (pod.Stage is not (PodStage.Running or PodStage.Ready) || pod.Class.Budgets.Length == 0)
        {
            // Pending, finished and terminating pods bypass the budgets.
            Accept(number);
        }
        else if (pod.Class.Budgets is not [var budget])
        {
            Answer(number, EvictionAnswer.SeveralBudgets);
        }
        else if (pod.Stage == PodStage.Running && MayLeaveUnhealthy(budget))
        {
            Accept(number);
        }
        else if (run.Budgets.Allowed(budget) <= 0 && run.Budgets.Info(budget).IsNeverProcessed && request.Client.ObeysRetryAfter && request.Returns++ < MaxReturns)
        {
            run.After(RetryAfter, EventKind.EvictionRead, number);
        }
        else if (run.Budgets.Allowed(budget) <= 0)
        {
            Answer(number, EvictionAnswer.TooManyRequests);
        }
        else
        {
            request.VersionRead = run.Budgets.Version(budget);
            var write = run.Settings.Latencies.BudgetWrite.Draw(run.Random);
            if (write > TimeSpan.Zero)
            {
                run.After(write, EventKind.EvictionCommit, number);
            }
            else
            {
                OnCommit(number);
            }
        }
    }

    public void OnCommit(int number)
    {
        var request = _requests[number];
        var budget = request.Pod.Class.Budgets[0];
        if (run.Budgets.Version(budget) == request.VersionRead)
        {
            run.Budgets.Charge(budget);
            request.ChargedTo = budget;
            Accept(number);
        }
        else if (++request.Attempts < MaxAttempts)
        {
            var pause = TimeSpan.FromSeconds(ConflictSeconds * (1 + (ConflictJitter * run.Random.NextDouble())));
            run.After(pause, EventKind.EvictionRead, number);
        }
        else
        {
            Answer(number, EvictionAnswer.TooManyRequests);
        }
    }

    private int NumberOf(EvictionRequest request)
    {
        if (_answered.TryPop(out var number))
        {
            _requests[number] = request;
            return number;
        }

        _requests.Add(request);
        return _requests.Count - 1;
    }

    private bool MayLeaveUnhealthy(int budget)
    {
        var info = run.Budgets.Info(budget);
        return info.Budget.AlwaysAllowsUnhealthy || (info.Desired > 0 && run.Budgets.Healthy(budget) >= info.Desired);
    }

    /// <summary>The pod is marked as a disruption's target, then deleted; only then does the client hear of it.</summary>
    public void OnDelete(int number)
    {
        var request = _requests[number];
        var pod = request.Pod;
        if (pod.Stage is not (PodStage.Terminating or PodStage.Gone))
        {
            run.NoteChange();
            run.Recorder.OnEvicted(pod);
            if (request.IsDeletion)
            {
                run.Recorder.OnDeletedUnasked(pod);
            }

            run.Pods.Delete(pod, request.GraceSeconds ?? pod.Class.GraceSeconds);
        }

        if (request.ChargedTo is { } budget)
        {
            run.Budgets.Settle(budget);
        }

        Answer(number, EvictionAnswer.Accepted);
    }

    private void Accept(int number)
    {
        var delay = run.Settings.Latencies.Delete.Draw(run.Random);
        if (delay > TimeSpan.Zero)
        {
            run.After(delay, EventKind.EvictionDelete, number);
        }
        else
        {
            OnDelete(number);
        }
    }

    private void Answer(int number, EvictionAnswer answer)
    {
        var request = _requests[number];
        _requests[number] = null!;
        _answered.Push(number);
        request.Client.OnAnswer(request.Task, answer);
    }
}
