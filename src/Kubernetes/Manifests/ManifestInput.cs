using System.Collections.Immutable;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>What was read from files, directories and standard input.</summary>
public sealed record ManifestInput
{
    /// <summary>The objects, and what could not be read of them.</summary>
    public required ClusterSnapshot Snapshot { get; init; }

    /// <summary>Sources of which nothing could be read; with any of these the result must not be taken as a verdict.</summary>
    public ImmutableArray<InputError> Errors { get; init; } = [];

    /// <summary>Kinds that the file itself says could not be read.</summary>
    public ResourceKinds Unread { get; init; }

    /// <summary>Finds the lines of fields.</summary>
    public SourceMap Lines { get; init; } = SourceMap.Empty;

    /// <value>Bytes read, after decompression.</value>
    public long BytesRead { get; init; }

    /// <value>Files that were opened.</value>
    public int FilesRead { get; init; }

    /// <value>Objects of any kind that were seen, with those that were passed over.</value>
    public long ObjectsRead { get; init; }
}
