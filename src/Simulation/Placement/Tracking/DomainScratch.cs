namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Arrays by domain that are filled from counters for one placement and emptied after it, at the cost of what was filled in.</summary>
internal sealed class DomainScratch
{
    private readonly List<int[]> _arrays = [];
    private readonly List<(int[] Array, ArraySegment<DomainValue> Values)> _filled = [];
    private int _taken;

    /// <summary>An array of zeros.</summary>
    /// <param name="domains">The numbers below which it is used.</param>
    public int[] Take(int domains)
    {
        if (_taken == _arrays.Count)
        {
            _arrays.Add([]);
        }

        if (_arrays[_taken].Length < domains)
        {
            _arrays[_taken] = new int[domains * 2];
        }

        return _arrays[_taken++];
    }

    /// <summary>Adds the values of a counter to an array.</summary>
    public void Add(int[] array, ArraySegment<DomainValue> values, int weight = 1)
    {
        if (values.Count > 0)
        {
            _filled.Add((array, values));
            foreach (var (domain, value) in values.AsSpan())
            {
                array[domain] += value * weight;
            }
        }
    }

    /// <summary>Empties and takes back all arrays.</summary>
    public void Clear()
    {
        foreach (var (array, values) in _filled)
        {
            foreach (var (domain, _) in values.AsSpan())
            {
                array[domain] = 0;
            }
        }

        _filled.Clear();
        _taken = 0;
    }
}
