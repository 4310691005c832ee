namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>A pod on a node as the scheduler counts it. Every run keeps one for each pod, so that it takes four bytes.</summary>
internal readonly record struct PlacedPod
{
    private readonly int _shapeAndEnd;

    /// <summary>A pod of a shape.</summary>
    public PlacedPod(PodShape shape, bool isTerminating) => _shapeAndEnd = (shape.Id << 1) | (isTerminating ? 1 : 0);

    /// <summary>The position of its shape in the catalog.</summary>
    public int Shape => _shapeAndEnd >> 1;

    /// <summary>Whether its deletion has begun.</summary>
    public bool IsTerminating => (_shapeAndEnd & 1) != 0;
}
