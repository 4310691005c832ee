using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>The metadata that rules and simulator read.</summary>
public sealed record ObjectMeta
{
    private readonly PackedTime _createdAt;
    private readonly PackedTime _deletionTimestamp;

    /// <summary>The name; a manifest that only has <c>generateName</c> carries that with a trailing asterisk.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the API server will make the name up from <c>generateName</c>, so that two objects may look alike here.</summary>
    public bool IsNameGenerated => Name.EndsWith('*');

    /// <summary>The namespace; null for cluster-wide kinds. A namespaced manifest without one reads as <c>default</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>Labels; empty when absent.</summary>
    public LabelSet Labels { get; init; } = LabelSet.Empty;

    /// <summary>The annotations that somebody reads (see <see cref="KnownAnnotations"/>); all others are skipped while reading.</summary>
    public LabelSet Annotations { get; init; } = LabelSet.Empty;

    /// <summary>The owner reference with <c>controller: true</c>; null when there is none.</summary>
    public OwnerReference? Controller { get; init; }

    /// <summary>Whether there are owner references of which none is the controller.</summary>
    public bool HasOnlyNonControllingOwners { get; init; }

    /// <summary>When the object was created; null in manifests.</summary>
    public DateTimeOffset? CreatedAt
    {
        get => _createdAt.Value;
        init => _createdAt = new(value);
    }

    /// <summary>When the grace period of a deletion ends (not when it was requested); null unless the object is being deleted.</summary>
    public DateTimeOffset? DeletionTimestamp
    {
        get => _deletionTimestamp.Value;
        init => _deletionTimestamp = new(value);
    }

    /// <summary>Seconds of grace of a running deletion; null unless the object is being deleted.</summary>
    public long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>Finalizers; the object stays until all are gone.</summary>
    public ImmutableArray<string> Finalizers { get; init; } = [];

    /// <summary>The generation of the specification, 0 when absent.</summary>
    public long Generation { get; init; }

    /// <summary>The apiVersion inside <c>kubectl.kubernetes.io/last-applied-configuration</c>; null when there is none.</summary>
    public string? LastAppliedApiVersion { get; init; }

    /// <summary>Where the object was read.</summary>
    public SourceLocation Source { get; init; }
}
