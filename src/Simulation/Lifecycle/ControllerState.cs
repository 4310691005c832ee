using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>The pods of one controller in one run. There are tens of thousands, so that it holds only what its kind needs.</summary>
internal sealed class ControllerState(ControllerInfo info)
{
    private readonly List<SimulatedPod>? _toEnd = info is { EndsAfterSeconds: null, FailureLimit: null } ? null : [];
    private Queue<PodClass>? _missing;
    private SortedList<int, (PodClass Class, SimulatedPod? Pod)>? _ordinals;
    private int _active;
    private bool _isRollingOut;

    public ControllerInfo Info { get; } = info;

    /// <summary>Until when no pod is made, because pods of a Job failed: each eviction counts as a failure.</summary>
    public TimeSpan HeldUntil { get; private set; }

    /// <summary>Whether it makes no more pods.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Failures of a Job's pods in this run.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether a Job has had more failures than it survives.</summary>
    public bool IsPastLimit => Info.FailureLimit is { } limit && limit.Before + Failures > limit.Most;

    private bool IsOrdered => Info.Policy == ReplacementPolicy.AfterEndInOrder;

    /// <summary>Counts a pod that exists.</summary>
    public void Add(SimulatedPod pod)
    {
        if (pod.IsActive)
        {
            pod.IsCounted = true;
            _active++;
            _toEnd?.Add(pod);
        }

        if (pod.Ordinal >= 0)
        {
            (_ordinals ??= [])[pod.Ordinal] = (pod.Class, pod);
        }
    }

    /// <summary>Looks, once all pods are counted, whether a rollout is under way: then one of them is not available yet, and more will follow.
    /// Pods that are missing although nothing holds them up cannot be made, for example because of a quota.</summary>
    public void NoteRollout() => _isRollingOut = IsOrdered && _ordinals?.Values.Any(each => !IsAvailable(each.Pod)) == true;

    /// <summary>Takes a pod out of the count; true when a replacement is due.</summary>
    public bool Retire(SimulatedPod pod)
    {
        if (pod.IsCounted)
        {
            pod.IsCounted = false;
            _active--;
            _ = _toEnd?.Remove(pod);
        }

        if (HasEnded)
        {
            return false;
        }

        if (pod.Ordinal >= 0)
        {
            // An ordinal at or beyond the replicas is not made again.
            if (pod.Ordinal < Info.FirstOrdinal + (long)Info.Desired)
            {
                (_ordinals ??= [])[pod.Ordinal] = (pod.Class, null);
            }
            else
            {
                _ = _ordinals?.Remove(pod.Ordinal);
            }

            return true;
        }

        if (_active + (_missing?.Count ?? 0) >= Info.Desired)
        {
            return false;
        }

        (_missing ??= new()).Enqueue(pod.Class);
        return true;
    }

    /// <summary>Counts a failure of a Job's pod, after which its controller waits.</summary>
    /// <param name="at">When it failed.</param>
    public void Fail(TimeSpan at) => HeldUntil = at + JobBackoff.After(++Failures);

    /// <summary>Makes no more pods.</summary>
    /// <returns>The pods that are to be ended.</returns>
    public IReadOnlyList<SimulatedPod> End()
    {
        (HasEnded, _missing) = (true, null);
        return [.. _toEnd ?? []];
    }

    /// <summary>The next pod to make; null when none may be made now.</summary>
    public (PodClass Class, int Ordinal)? NextToCreate()
    {
        if (_missing is not null)
        {
            var next = _missing.Dequeue();
            _missing = _missing.Count == 0 ? null : _missing;
            return (next, -1);
        }

        if (_ordinals is null)
        {
            return null;
        }

        foreach (var (ordinal, (@class, pod)) in _ordinals)
        {
            if (pod is null)
            {
                return (@class, ordinal);
            }

            if (IsOrdered && !IsAvailable(pod))
            {
                return null;
            }
        }

        return _isRollingOut ? NextOfRollout() : null;
    }

    private (PodClass Class, int Ordinal)? NextOfRollout()
    {
        var (last, (@class, _)) = _ordinals!.Last();
        return last + 1L < Info.FirstOrdinal + (long)Info.Desired ? (@class, last + 1) : null;
    }

    // One that is being deleted holds up those above it as well.
    private static bool IsAvailable(SimulatedPod? pod) => pod is { IsActive: true, IsAvailable: true };
}
