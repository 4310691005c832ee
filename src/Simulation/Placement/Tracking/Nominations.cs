namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Room that preemption makes on nodes and that is kept for the pods that wait for it.</summary>
internal sealed class Nominations
{
    private readonly List<(PodShape Shape, int Node)> _all = [];

    /// <summary>Whether no room is kept.</summary>
    public bool IsEmpty => _all.Count == 0;

    public void Add(PodShape shape, int node) => _all.Add((shape, node));

    public void Remove(PodShape shape, int node) => _ = _all.Remove((shape, node));

    /// <summary>A copy that goes its own way.</summary>
    public Nominations Copy()
    {
        var copy = new Nominations();
        copy._all.AddRange(_all);
        return copy;
    }

    /// <summary>The pods for which room is kept on a node that a pod of a priority must respect; null when there are none.</summary>
    public List<PodShape>? RespectedOn(int node, int priority)
    {
        List<PodShape>? found = null;
        foreach (var (shape, at) in _all)
        {
            if (at == node && shape.Priority >= priority)
            {
                (found ??= []).Add(shape);
            }
        }

        return found;
    }
}
