namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Decides ties in favour of some nodes; the worst case prefers those that are drained next.</summary>
public sealed class PlacementBias(int nodes)
{
    private int[] _preference = new int[nodes];

    /// <summary>How much a node is preferred among equals: the highest wins, and ties among those are drawn.</summary>
    /// <value>Any number; 0 unless set.</value>
    public int this[int node]
    {
        get => node < _preference.Length ? _preference[node] : 0;
        set
        {
            if (node >= _preference.Length)
            {
                Array.Resize(ref _preference, Math.Max(node + 1, _preference.Length * 2));
            }

            _preference[node] = value;
        }
    }
}
