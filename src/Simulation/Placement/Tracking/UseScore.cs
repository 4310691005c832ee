using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>The scores that depend on the node's room alone: emptiness and balance.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/plugins/noderesources/{least_allocated,most_allocated,balanced_allocation}.go</remarks>
internal sealed class UseScore(bool prefersFullNodes, int kubernetesMinor)
{
    // From 1.36 the score is the gain in balance, see kubernetes/kubernetes#135573.
    private const int MinorWithGain = 36;

    /// <summary>The sum of both scores, 0 to 200.</summary>
    public byte Of(RequestClass requests, NodeUse use) => (byte)(Emptiness(requests, use) + Balance(requests, use));

    private long Emptiness(RequestClass requests, NodeUse use)
    {
        var cpu = Share(use.CpuLimit, use.ScoredCpu + requests.Requests.ScoredCpuMilli);
        var memory = Share(use.MemoryLimit, use.ScoredMemory + requests.Requests.ScoredMemoryBytes);
        return (cpu, memory) switch
        {
            ({ } c, { } m) => (c + m) / 2,
            _ => cpu ?? memory ?? 0,
        };
    }

    private long? Share(long allocatable, long requested) =>
        allocatable == 0 ? null
        : prefersFullNodes ? Math.Min(requested, allocatable) * 100 / allocatable
        : requested > allocatable ? 0 : (allocatable - requested) * 100 / allocatable;

    private long Balance(RequestClass requests, NodeUse use)
    {
        if (requests is { CpuMilli: 0, MemoryBytes: 0 })
        {
            return 0;
        }

        var with = Evenness(use, use.Cpu + requests.CpuMilli, use.Memory + requests.MemoryBytes);
        return kubernetesMinor >= MinorWithGain ? 50 + ((50 + with - Evenness(use, use.Cpu, use.Memory)) / 2) : with;
    }

    private static long Evenness(NodeUse use, long cpu, long memory)
    {
        var deviation = use.CpuLimit == 0 || use.MemoryLimit == 0
            ? 0
            : Math.Abs((Math.Min(1, (double)cpu / use.CpuLimit) - Math.Min(1, (double)memory / use.MemoryLimit)) / 2);
        return (long)((1 - deviation) * 100);
    }
}
