using RiskAnalyzer.Simulation.Kernel;

namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>Volumes that one node at a time may use, on their way from node to node.</summary>
internal sealed class VolumeMoves(SimulationRun run)
{
    private readonly Dictionary<(string Namespace, string Claim), (int Node, TimeSpan FreeAt)> _volumes = [];

    // A profile that replaces nodes adds at most one for each.
    private readonly TimeSpan[] _detachedAt = new TimeSpan[2 * run.Input.Placement.NodeCount];

    /// <summary>When the last volume that left a node was detached from it; null while one of these pods keeps one there.</summary>
    public TimeSpan? LeftAt(int node, IEnumerable<SimulatedPod> pods) =>
        pods.Any(pod => pod.Class.ExclusiveClaims.Length > 0 && pod.Stage != PodStage.Finished && !pod.HasEnded) ? null : _detachedAt[node];

    /// <summary>The containers of a pod have ended, and what it had of its own is detached.</summary>
    public void LetGo(SimulatedPod pod)
    {
        if (pod.Node < 0 || pod.Class.ExclusiveClaims.Length == 0)
        {
            return;
        }

        var detached = run.Now + Seconds.Of(run.Settings.Volumes.SecondsIn(run.Settings.Mode));
        _detachedAt[pod.Node] = detached > _detachedAt[pod.Node] ? detached : _detachedAt[pod.Node];
        foreach (var claim in pod.Class.ExclusiveClaims)
        {
            _volumes[(pod.Class.Namespace, claim)] = (pod.Node, detached);
        }
    }

    /// <summary>From when a pod can be started on a node: at once, unless a volume is still on its way from another.</summary>
    public TimeSpan FreeAt(SimulatedPod pod, int node)
    {
        var free = run.Now;
        foreach (var claim in pod.Class.ExclusiveClaims)
        {
            if (_volumes.TryGetValue((pod.Class.Namespace, claim), out var volume) && volume.Node != node && volume.FreeAt > free)
            {
                free = volume.FreeAt;
            }
        }

        return free;
    }
}
