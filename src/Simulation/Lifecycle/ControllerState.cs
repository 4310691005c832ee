using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>The pods of one controller in one run.</summary>
internal sealed class ControllerState(ControllerInfo info)
{
    private readonly Queue<(PodClass Class, int Ordinal)> _missing = new();
    private readonly SortedDictionary<int, SimulatedPod?> _ordinals = [];
    private readonly Dictionary<int, PodClass> _classes = [];
    private readonly HashSet<int> _available = [];
    private readonly HashSet<int> _active = [];
    private bool _isEnded;
    private bool _isRollingOut;

    public ControllerInfo Info { get; } = info;

    private bool IsOrdered => Info.Policy == ReplacementPolicy.AfterEndInOrder;

    /// <summary>Counts a pod that exists.</summary>
    public void Add(SimulatedPod pod)
    {
        if (pod.IsActive)
        {
            _ = _active.Add(pod.Id);
        }

        if (pod.Ordinal >= 0)
        {
            _ordinals[pod.Ordinal] = pod;
            _classes[pod.Ordinal] = pod.Class;
        }
    }

    /// <summary>Looks, once all pods are counted, whether a rollout is under way: then one of them is not available yet, and more will follow.
    /// Pods that are missing although nothing holds them up cannot be made, for example because of a quota.</summary>
    public void NoteRollout() => _isRollingOut = IsOrdered && _ordinals.Values.Any(pod => !IsAvailable(pod));

    /// <summary>Takes a pod out of the count; true when a replacement is due.</summary>
    public bool Retire(SimulatedPod pod)
    {
        _available.Remove(pod.Id);
        _ = _active.Remove(pod.Id);
        if (_isEnded)
        {
            return false;
        }

        if (pod.Ordinal >= 0)
        {
            // An ordinal at or beyond the replicas is not made again.
            if (pod.Ordinal < Info.FirstOrdinal + (long)Info.Desired)
            {
                _ordinals[pod.Ordinal] = null;
            }
            else
            {
                _ = _ordinals.Remove(pod.Ordinal);
            }

            return true;
        }

        if (_active.Count + _missing.Count >= Info.Desired)
        {
            return false;
        }

        _missing.Enqueue((pod.Class, -1));
        return true;
    }

    /// <summary>Makes no more pods.</summary>
    /// <returns>The pods that are to be ended.</returns>
    public IReadOnlyList<int> End()
    {
        _isEnded = true;
        _missing.Clear();
        return [.. _active.Order()];
    }

    public void MarkAvailable(SimulatedPod pod) => _available.Add(pod.Id);

    /// <summary>The next pod to make; null when none may be made now.</summary>
    public (PodClass Class, int Ordinal)? NextToCreate()
    {
        if (_missing.TryDequeue(out var next))
        {
            return next;
        }

        foreach (var (ordinal, pod) in _ordinals)
        {
            if (pod is null)
            {
                return (_classes[ordinal], ordinal);
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
        var (last, pod) = _ordinals.Last();
        return last + 1L < Info.FirstOrdinal + (long)Info.Desired ? (pod!.Class, last + 1) : null;
    }

    // One that is being deleted holds up those above it as well.
    private bool IsAvailable(SimulatedPod? pod) => pod is { IsActive: true } && _available.Contains(pod.Id);
}
