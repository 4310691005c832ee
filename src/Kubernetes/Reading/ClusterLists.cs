using System.Collections.Immutable;
using RiskAnalyzer.Kubernetes.Access;
using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>
/// Reads every list once, several at a time. What may not be read is left out and said; anything else that goes wrong ends the reading,
/// because part of a cluster looks like a healthy smaller one.
/// </summary>
internal sealed class ClusterLists(IKubernetesApi api, ReadingOptions options, TimeProvider clock)
{
    private readonly ReadingProgress _progress = new(options.Progress);

    /// <summary>The resources that are read: of one namespace nothing can be said of nodes.</summary>
    public static ImmutableArray<ApiResource> ResourcesFor(ReadingOptions options) =>
        options.Namespace is null ? ApiResources.All : [.. ApiResources.All.Where(resource => resource.Kind is not ("Node" or "CSINode" or "VolumeAttachment"))];

    /// <summary>Reads the lists, each into a target of its own.</summary>
    /// <exception cref="KubernetesApiException">A list could not be read to its end.</exception>
    public async Task<ClusterReading> ReadAsync(Func<ApiResource, IListTarget> targetOf, CancellationToken cancellationToken)
    {
        var version = await api.VersionAsync(cancellationToken);
        var queries = ResourcesFor(options).Select(resource => ResourceQuery.Of(resource, options.Namespace)).ToList();
        var preflight = await Preflight.AskAsync(api, queries, cancellationToken);
        var outcomes = await ReadAllAsync([.. queries.Select(query => (query, new CountedList(targetOf(query.Resource), _progress, clock)))], preflight, cancellationToken);
        var times = outcomes.Select(outcome => outcome.Status).Where(status => status.State == ResourceState.Listed).Select(status => status.LastContact!.Value).ToList();
        var first = times.Count > 0 ? times.Min() : clock.GetUtcNow();
        var denied = outcomes.Where(outcome => outcome.Status.State == ResourceState.Forbidden).Select(outcome => outcome.Query).ToList();
        return new()
        {
            Resources = [.. outcomes.Select(outcome => outcome.Status)],

            // Files tell the time in seconds, and what they hold is to give the same verdict as the cluster that they were written from.
            CapturedAt = new(first.UtcTicks - (first.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
            Spread = times.Count > 0 ? times.Max() - first : TimeSpan.Zero,
            ServerVersion = version,
            Objects = outcomes.Sum(outcome => outcome.Objects),
            Missing = denied.Count == 0 ? null : new(denied, await Preflight.WhoAsync(api, cancellationToken)),
        };
    }

    private async Task<Outcome[]> ReadAllAsync(
        IReadOnlyList<(ResourceQuery Query, CountedList Target)> lists, IReadOnlySet<ResourceQuery> denied, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(options.ParallelLists);
        KubernetesApiException? first = null;
        var outcomes = lists.Select(async list =>
        {
            await slots.WaitAsync(failed.Token);
            try
            {
                return denied.Contains(list.Query) ? Denied(list.Query) : await ReadAsync(list.Query, list.Target, failed.Token);
            }
            catch (KubernetesApiException error)
            {
                _ = Interlocked.CompareExchange(ref first, error, null);
                await failed.CancelAsync();
                throw;
            }
            finally
            {
                _ = slots.Release();
            }
        });
        try
        {
            return await Task.WhenAll(outcomes);
        }
        catch (OperationCanceledException) when (first is not null)
        {
            throw first;
        }
    }

    private async Task<Outcome> ReadAsync(ResourceQuery query, CountedList target, CancellationToken cancellationToken)
    {
        try
        {
            _ = await new ListReader(api, clock).ReadAsync(query, target, cancellationToken);
            return new(query, new() { Resource = query.Resource, State = ResourceState.Listed, LastContact = target.ReadAt }, target.Objects);
        }
        catch (KubernetesApiException error) when (error.Failure == ApiFailure.Forbidden)
        {
            return Denied(query);
        }
        catch (KubernetesApiException error) when (error.Failure == ApiFailure.NotFound)
        {
            // Every server has the core group; one that has not is something else.
            return query.Resource.Group.Length == 0 ? throw new KubernetesApiException(ApiFailure.Unexpected, $"{error.Message}; is this the address of a Kubernetes API?", error)
                : new(query, new() { Resource = query.Resource, State = ResourceState.Absent, Problem = AbsenceOf(query.Resource) }, 0);
        }
    }

    private static string? AbsenceOf(ApiResource resource) =>
        resource.IsOptional ? null : $"{resource.FullName} were not read: the server does not serve {resource.ApiVersion}";

    private static Outcome Denied(ResourceQuery query) => new(
        query,
        new()
        {
            Resource = query.Resource,
            State = ResourceState.Forbidden,
            Problem = $"{query.Resource.FullName} were not read: no permission to list them{(query.Namespace is null ? "" : $" in namespace {query.Namespace}")}",
        },
        0);

    private sealed record Outcome(ResourceQuery Query, ResourceStatus Status, long Objects);
}
