namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>What pods request, resources by number; pods with equal requests share it.</summary>
internal sealed class RequestClass
{
    public RequestClass(PodRequests requests, Numbering<string> resources, IReadOnlyCollection<string> ignored)
    {
        (Requests, CpuMilli, MemoryBytes) = (requests, requests.Plain.CpuMilli, requests.Plain.MemoryBytes);
        Amounts = [.. requests.Plain.Pairs.Select(pair => (resources.NumberOf(pair.Key), pair.Value))];
        Needs = [.. requests.Plain.Pairs.Where(pair => pair.Value > 0 && !ignored.Contains(pair.Key)).Select(pair => (resources.NumberOf(pair.Key), pair.Value))];
    }

    public PodRequests Requests { get; }

    /// <summary>What a pod adds to the sums of its node.</summary>
    public (int Resource, long Amount)[] Amounts { get; }

    /// <summary>What a node must have left.</summary>
    public (int Resource, long Amount)[] Needs { get; }

    /// <value>Thousandths of a core.</value>
    public long CpuMilli { get; }

    /// <value>Bytes.</value>
    public long MemoryBytes { get; }
}
