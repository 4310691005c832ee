using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>How manifests are read.</summary>
public sealed record ReadOptions
{
    /// <summary>The time at which the program runs; what the snapshot counts as captured at when the input does not tell.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the input was captured, whatever it says itself; null to ask the input.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>Kinds that count as looked at although the input may hold no object of them.</summary>
    public ResourceKinds AlsoKnown { get; init; }

    /// <summary>Opens standard input, for the source <c>-</c>.</summary>
    public Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Told now and then how far the reading is.</summary>
    public Action<ReadProgress>? Progress { get; init; }

    /// <summary>The most bytes that one object may have.</summary>
    /// <value>Bytes. The API server stores objects of up to 1.5 MiB, so 8 MiB are out of the ordinary.</value>
    public int MaxObjectBytes { get; init; } = 8 << 20;

    /// <summary>How many threads decode the objects of a large JSON file at once, beside the one that reads it. What is read is the same for any number.</summary>
    /// <value>At least 1.</value>
    public int DecodingThreads { get; init; } = 1;

    /// <summary>Whether objects count that lack what the API requires; only tests want that.</summary>
    public bool AcceptsPartial { get; init; }
}
