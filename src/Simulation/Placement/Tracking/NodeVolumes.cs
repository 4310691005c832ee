namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>The volumes that count against a node's limits: those of its pods and those still attached, each once.</summary>
internal sealed class NodeVolumes
{
    private readonly Dictionary<int, (int Pods, int Attached)> _uses;
    private readonly Dictionary<int, int> _byDriver;

    public NodeVolumes()
        : this([], [])
    {
    }

    private NodeVolumes(Dictionary<int, (int Pods, int Attached)> uses, Dictionary<int, int> byDriver) => (_uses, _byDriver) = (uses, byDriver);

    /// <summary>How many volumes of a driver there are.</summary>
    public int Count(int driver) => _byDriver.GetValueOrDefault(driver);

    /// <summary>Whether a volume is there.</summary>
    public bool Has(int volume) => _uses.ContainsKey(volume);

    /// <summary>Counts pods that use a volume, or fewer.</summary>
    public void Use(int driver, int volume, int pods) => Change(driver, volume, pods, 0);

    /// <summary>Notes that a volume is attached.</summary>
    public void Attach(int driver, int volume) => Change(driver, volume, 0, 1);

    /// <summary>Notes that a volume is detached, if it was attached.</summary>
    public void Detach(int driver, int volume)
    {
        if (_uses.GetValueOrDefault(volume).Attached > 0)
        {
            Change(driver, volume, 0, -1);
        }
    }

    /// <summary>A copy that goes its own way.</summary>
    public NodeVolumes Copy() => new(new(_uses), new(_byDriver));

    private void Change(int driver, int volume, int pods, int attached)
    {
        var before = _uses.GetValueOrDefault(volume);
        var after = (Pods: before.Pods + pods, Attached: before.Attached + attached);
        if (after == (0, 0))
        {
            _ = _uses.Remove(volume);
        }
        else
        {
            _uses[volume] = after;
        }

        var change = (after == (0, 0) ? 0 : 1) - (before == (0, 0) ? 0 : 1);
        _byDriver[driver] = _byDriver.GetValueOrDefault(driver) + change;
    }
}
