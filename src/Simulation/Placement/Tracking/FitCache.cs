using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Which nodes have room for pods of the same requests, and how they score, looked at again only where a node has changed since.</summary>
internal sealed class FitCache(NodeRoom room, RequestClass[] classes, UseScore score)
{
    // Clusters have tens or hundreds of different requests; where they have thousands, the oldest makes room. To look at the nodes of a window
    // again costs about as much as to score them.
    private const int MostEntries = 256;

    private readonly Entry?[] _byRequests = new Entry?[classes.Length];
    private readonly Queue<Entry> _entries = new();

    /// <summary>How many nodes were looked at so far; the measure of work that tests hold to.</summary>
    public long Evaluations { get; private set; }

    /// <summary>The nodes of a block that have room, as bits.</summary>
    /// <param name="requests">The requests by number.</param>
    /// <param name="block">The block of nodes.</param>
    /// <param name="nodes">How many nodes there are.</param>
    public ulong Fitting(int requests, int block, int nodes)
    {
        var entry = _byRequests[requests] ??= Take(requests, nodes);
        if (block >= entry.Fits.Length || nodes > entry.Scores.Length)
        {
            entry.Grow(nodes);
        }

        if (entry.Seen[block] < room.BlockChanged(block))
        {
            Refresh(entry, classes[requests], block, nodes);
        }

        return entry.Fits[block];
    }

    /// <summary>The scores of the nodes for the room that they have, valid for those of blocks that <see cref="Fitting"/> was asked for.</summary>
    public byte[] Scores(int requests) => _byRequests[requests]!.Scores;

    private Entry Take(int requests, int nodes)
    {
        var entry = new Entry(requests, nodes);
        _entries.Enqueue(entry);
        if (_entries.Count > MostEntries)
        {
            _byRequests[_entries.Dequeue().Requests] = null;
        }

        return entry;
    }

    private void Refresh(Entry entry, RequestClass requests, int block, int nodes)
    {
        var seen = entry.Seen[block];
        var end = Math.Min(nodes, (block + 1) * Bits.PerWord);
        for (var node = block * Bits.PerWord; node < end; node++)
        {
            if (room.Changed(node) > seen)
            {
                Evaluations++;
                Bits.Put(ref entry.Fits, node, room.Fits(requests, node));
                entry.Scores[node] = score.Of(requests, room.Use(node));
            }
        }

        entry.Seen[block] = room.Clock;
    }

    private sealed class Entry(int requests, int nodes)
    {
        public int Requests { get; } = requests;

        public ulong[] Fits = new ulong[Bits.Words(nodes)];
        public byte[] Scores = new byte[nodes];
        public long[] Seen = new long[Bits.Words(nodes)];

        // Twice the size, as nodes join one by one.
        public void Grow(int count)
        {
            Array.Resize(ref Scores, count * 2);
            Array.Resize(ref Fits, Bits.Words(count * 2));
            Array.Resize(ref Seen, Bits.Words(count * 2));
        }
    }
}
