using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>How it stands with one resource.</summary>
public sealed record ResourceStatus
{
    /// <summary>The resource.</summary>
    public required ApiResource Resource { get; init; }

    /// <summary>How far it is known.</summary>
    public ResourceState State { get; init; }

    /// <summary>When the server last said anything of it; null before it ever did.</summary>
    public DateTimeOffset? LastContact { get; init; }

    /// <summary>What is wrong now; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether all of its objects are known: they were listed, or the add-on that brings them is not there.</summary>
    public bool IsKnown => State == ResourceState.Listed || (State == ResourceState.Absent && Resource.IsOptional);

    /// <summary>Whether no more is to be expected of it than is there.</summary>
    public bool IsSettled => State != ResourceState.Pending;

    /// <summary>The kinds of which every resource is known.</summary>
    public static ResourceKinds Known(IEnumerable<ResourceStatus> all) =>
        all.GroupBy(status => status.Resource.Provides).Where(kind => kind.All(status => status.IsKnown))
            .Aggregate(ResourceKinds.None, (known, kind) => known | kind.Key);
}
