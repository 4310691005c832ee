namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>How a cluster is followed.</summary>
public sealed record LiveClusterOptions
{
    /// <summary>The shortest time between two snapshots.</summary>
    /// <value>Above zero; one second, so that a busy cluster costs no more than a snapshot a second.</value>
    public TimeSpan SnapshotInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time for which a quiet cluster keeps its snapshot, whose time is what "today" means to exemptions.</summary>
    /// <value>At least <see cref="SnapshotInterval"/>; one minute.</value>
    public TimeSpan LongestSnapshotAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>When it is first asked again for what may not be read, or is not there; the time doubles with each such answer.</summary>
    /// <value>Five seconds: a server that has just started refuses what it has no roles for yet.</value>
    public TimeSpan AskAgainFirst { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest time until it is asked again for what may not be read, or is not there.</summary>
    /// <value>At least <see cref="AskAgainFirst"/>; five minutes: rights are granted and add-ons installed by hand.</value>
    public TimeSpan AskAgainAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest silence of a watch; after it the connection counts as dead and is made anew.</summary>
    /// <value>Three minutes: the server sends bookmarks about once a minute.</value>
    /// <remarks>Source: kubernetes/kubernetes:staging/src/k8s.io/apiserver/pkg/storage/cacher/cacher.go (defaultBookmarkFrequency).</remarks>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Lists that are read at the same time.</summary>
    /// <value>1 or more; four, so that priority and fairness has no reason to hold anybody up.</value>
    public int ParallelLists { get; init; } = 4;
}
