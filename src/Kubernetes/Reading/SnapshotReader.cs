using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Reads a live cluster once.</summary>
/// <param name="api">The API.</param>
/// <param name="clock">Tells the time.</param>
public sealed class SnapshotReader(IKubernetesApi api, TimeProvider clock)
{
    /// <summary>Reads it.</summary>
    /// <returns>The cluster, and how the reading went.</returns>
    /// <exception cref="KubernetesApiException">It could not be read to its end.</exception>
    public async Task<(ClusterSnapshot Snapshot, ClusterReading Reading)> ReadAsync(ReadingOptions options, CancellationToken cancellationToken)
    {
        var lists = ClusterLists.ResourcesFor(options).ToDictionary(resource => resource, resource => new DecodedList(resource));
        var reading = await new ClusterLists(api, options, clock).ReadAsync(resource => lists[resource], cancellationToken);
        var builder = new SnapshotBuilder();
        builder.MarkKnown(reading.Known);
        foreach (var status in reading.Resources)
        {
            // Half of a kind, such as one of the two sorts of webhooks, would count as all of it.
            if ((reading.Known & status.Resource.Provides) != ResourceKinds.None)
            {
                lists[status.Resource].AddTo(builder);
            }
        }

        foreach (var problem in reading.Problems)
        {
            builder.Add(new LoadProblem(default, problem));
        }

        return (builder.Build(reading.CapturedAt, reading.ServerVersion), reading);
    }
}
