namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>Events by time, then kind, then the order in which they were added.</summary>
internal sealed class EventQueue
{
    // .NET's queue does not keep the order of equal keys, so the sequence number is part of the key.
    private readonly PriorityQueue<SimulationEvent, Key> _pending = new();
    private long _sequence;

    public int Count => _pending.Count;

    public void Add(TimeSpan at, SimulationEvent item) =>
        _pending.Enqueue(item, new(at.Ticks, ((long)item.Kind << 56) | _sequence++));

    public bool TryTake(out TimeSpan at, out SimulationEvent item)
    {
        var taken = _pending.TryDequeue(out item, out var key);
        at = new(key.Ticks);
        return taken;
    }

    private readonly record struct Key(long Ticks, long KindAndSequence) : IComparable<Key>
    {
        public int CompareTo(Key other) =>
            Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : KindAndSequence.CompareTo(other.KindAndSequence);
    }
}
