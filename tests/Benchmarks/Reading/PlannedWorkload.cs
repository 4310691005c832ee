namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>A workload of the large cluster.</summary>
internal sealed record PlannedWorkload(int Number, WorkloadShape Shape, string Namespace, int Replicas)
{
    private const string HashLetters = "bcdfghjklmnpqrstvwxz2456789";

    public string App { get; } = $"{Shape.ToString().ToLowerInvariant()}-{Number:00000}";

    public string Kind => Shape switch { WorkloadShape.Store => "StatefulSet", WorkloadShape.Agent => "DaemonSet", _ => "Deployment" };

    public bool HasReplicaSets => Kind == "Deployment";

    /// <summary>The pods' controller: of a Deployment its current ReplicaSet.</summary>
    public string Owner => HasReplicaSets ? $"{App}-{Hash(Revision)}" : App;

    /// <summary>How many templates there were before the current one and still have a ReplicaSet.</summary>
    public int Revision => 1 + (Number % 3);

    /// <summary>The hash of a revision of the template.</summary>
    public string Hash(int revision) => Letters((Number * 7919L) + (revision * 104_729L), 10);

    public string PodName(int ordinal) => Shape == WorkloadShape.Store ? $"{App}-{ordinal}" : $"{Owner}-{Letters((Number * 6151L) + (ordinal * 15_485_863L), 5)}";

    public static string Letters(long seed, int count) => string.Create(count, (ulong)seed, static (letters, state) =>
    {
        foreach (ref var letter in letters)
        {
            // Knuth's multiplier of MMIX spreads small seeds over all letters.
            state = (state * 6364136223846793005) + 1442695040888963407;
            letter = HashLetters[(int)((state >> 33) % (uint)HashLetters.Length)];
        }
    });
}
