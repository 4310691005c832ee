using System.Collections.Immutable;
using RiskAnalyzer.Kubernetes.Access;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>What reading every list once came to.</summary>
public sealed record ClusterReading
{
    /// <summary>How it went with each resource; the time is that of the state that was read.</summary>
    public required ImmutableArray<ResourceStatus> Resources { get; init; }

    /// <summary>When the first list was read; the cluster looked like this then, or up to <see cref="Spread"/> later.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>How far the states of the lists are apart in time. There is no way to read several of them at one instant.</summary>
    public required TimeSpan Spread { get; init; }

    /// <summary>The server's version as major.minor; null when it does not tell.</summary>
    public string? ServerVersion { get; init; }

    /// <value>Objects that were read.</value>
    public long Objects { get; init; }

    /// <summary>The rights that are missing; null when none is.</summary>
    public MissingAccess? Missing { get; init; }

    /// <summary>What was not read, a sentence for each resource.</summary>
    public IEnumerable<string> Problems => Resources.Select(status => status.Problem).OfType<string>();

    /// <summary>The kinds that could not be read although they were asked for.</summary>
    public ResourceKinds Unread => Resources.Where(status => !status.IsKnown).Aggregate(ResourceKinds.None, (unread, status) => unread | status.Resource.Provides);

    /// <summary>The kinds of which all objects are known.</summary>
    public ResourceKinds Known => ResourceStatus.Known(Resources);
}
