using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.TestKit.Live;

/// <summary>A cluster in memory behind the seam of the client. A change is seen by all watches before the call that makes it returns.</summary>
public sealed class InMemoryKubernetesApi : IKubernetesApi
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<string, JsonObject>> _objects = new(StringComparer.Ordinal);
    private readonly List<OpenWatch> _watches = [];
    private readonly Dictionary<string, Queue<KubernetesApiException>> _faults = new(StringComparer.Ordinal);
    private readonly List<string> _requests = [];
    private long _version = 100;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Objects of a page, whatever the client asks for; null to do as it asks.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whether a watch may begin with everything that there is, as in servers from 1.34 on.</summary>
    public bool StreamsLists { get; init; } = true;

    /// <summary>Resources that the user may not read.</summary>
    public HashSet<string> Forbidden { get; } = new(StringComparer.Ordinal);

    /// <summary>Resources that the server does not have.</summary>
    public HashSet<string> Absent { get; } = new(StringComparer.Ordinal) { "scaledobjects" };

    /// <summary>Lets a later request for a resource fail, one for each fault.</summary>
    public void Fail(string plural, ApiFailure failure)
    {
        lock (_lock)
        {
            var faults = _faults.TryGetValue(plural, out var queue) ? queue : _faults[plural] = new();
            faults.Enqueue(new(failure, $"{failure} was asked for"));
        }
    }

    /// <summary>Adds or changes an object.</summary>
    public void Put(JsonObject manifest)
    {
        lock (_lock)
        {
            var (plural, key) = PlaceOf(manifest);
            var stored = manifest.DeepClone().AsObject();
            stored["metadata"]!["resourceVersion"] = NextVersion();
            var objects = ObjectsOf(plural);
            var type = objects.ContainsKey(key) ? WatchEventType.Modified : WatchEventType.Added;
            objects[key] = stored;
            Tell(plural, type, stored);
        }
    }

    /// <summary>Takes an object away; a silent one is only seen by the next list.</summary>
    public void Delete(JsonObject manifest, bool isSilent = false)
    {
        lock (_lock)
        {
            var (plural, key) = PlaceOf(manifest);
            if (ObjectsOf(plural).Remove(key, out var gone) && !isSilent)
            {
                gone["metadata"]!["resourceVersion"] = NextVersion();
                Tell(plural, WatchEventType.Deleted, gone);
            }
        }
    }

    /// <summary>Ends the watches of a resource, with an error or as servers do from time to time.</summary>
    public void EndWatches(string plural, ApiFailure? failure = null)
    {
        lock (_lock)
        {
            foreach (var watch in _watches.Where(watch => watch.Plural == plural).ToList())
            {
                _ = _watches.Remove(watch);
                _ = failure is { } why ? watch.End.TrySetException(new KubernetesApiException(why, $"{why} was asked for")) : watch.End.TrySetResult();
            }
        }
    }

    /// <summary>Sends a bookmark to the watches of a resource.</summary>
    public void Bookmark(string plural)
    {
        lock (_lock)
        {
            Tell(plural, WatchEventType.Bookmark, new() { ["metadata"] = new JsonObject { ["resourceVersion"] = NextVersion() } });
        }
    }

    /// <summary>Waits until a request was made that makes a condition true.</summary>
    public async Task UntilAsync(Func<InMemoryKubernetesApi, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (condition(this))
                {
                    return;
                }

                next = _changed.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Watches that are open now, of one resource or of all.</summary>
    public int Watches(string? plural = null)
    {
        lock (_lock)
        {
            return _watches.Count(watch => plural is null || watch.Plural == plural);
        }
    }

    /// <summary>How often something was asked, as <c>list pods</c> or <c>watch pods</c>.</summary>
    public int Asked(string request)
    {
        lock (_lock)
        {
            return _requests.Count(asked => asked == request);
        }
    }

    /// <inheritdoc/>
    public Task<ListPage> ListAsync(ListRequest request, ItemReceiver receive, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var plural = request.Query.Resource.Plural;
            Note($"list {plural}");
            ThrowIfFaulty(plural);
            var skipped = int.Parse(request.Continue ?? "0", CultureInfo.InvariantCulture);
            var size = request.Limit is null ? int.MaxValue : PageSize ?? request.Limit.Value;
            var objects = ObjectsOf(plural).Values.Where(item => Matches(item, request.Query)).ToList();
            foreach (var item in objects.Skip(skipped).Take(size))
            {
                receive(Bytes(item));
            }

            var left = objects.Count - skipped - size;
            var next = left > 0 ? (skipped + size).ToString(CultureInfo.InvariantCulture) : null;
            return Task.FromResult(new ListPage(_version.ToString(CultureInfo.InvariantCulture), next, left > 0 ? left : null));
        }
    }

    /// <inheritdoc/>
    public async Task WatchAsync(WatchRequest request, WatchReceiver receive, CancellationToken cancellationToken)
    {
        var watch = new OpenWatch(request.Query.Resource.Plural, receive, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            if (request.ResourceVersion is null && !StreamsLists)
            {
                throw new KubernetesApiException(ApiFailure.NotSupported, "sendInitialEvents is forbidden for watch");
            }

            ThrowIfFaulty(watch.Plural);
            receive(WatchEventType.Accepted, []);
            SendInitialEvents(request, receive);
            _watches.Add(watch);
            Note($"{(request.ResourceVersion is null ? "stream" : "watch")} {watch.Plural}");
        }

        await watch.End.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> IsAllowedAsync(ResourceQuery query, string verb, CancellationToken cancellationToken) =>
        Task.FromResult(!Forbidden.Contains(query.Resource.Plural));

    /// <inheritdoc/>
    public Task<string?> UserNameAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("system:serviceaccount:ops:reader");

    /// <inheritdoc/>
    public Task<string?> VersionAsync(CancellationToken cancellationToken) => Task.FromResult<string?>("1.36");

    private static bool Matches(JsonObject item, ResourceQuery query) =>
        (query.Namespace is null || (string?)item["metadata"]!["namespace"] == query.Namespace)
        && (query.Name is null || (string?)item["metadata"]!["name"] == query.Name);

    private static byte[] Bytes(JsonObject item) => Encoding.UTF8.GetBytes(item.ToJsonString());

    private static (string Plural, string Key) PlaceOf(JsonObject manifest)
    {
        var resource = ApiResources.All.Single(resource => resource.Kind == (string?)manifest["kind"]);
        return (resource.Plural, $"{manifest["metadata"]!["namespace"]}/{manifest["metadata"]!["name"]}");
    }

    private SortedDictionary<string, JsonObject> ObjectsOf(string plural) =>
        _objects.TryGetValue(plural, out var objects) ? objects : _objects[plural] = new(StringComparer.Ordinal);

    private string NextVersion() => (++_version).ToString(CultureInfo.InvariantCulture);

    private void Tell(string plural, WatchEventType type, JsonObject item)
    {
        foreach (var watch in _watches.Where(watch => watch.Plural == plural))
        {
            watch.Receive(type, Bytes(item));
        }
    }

    private void SendInitialEvents(WatchRequest request, WatchReceiver receive)
    {
        if (request.ResourceVersion is not null)
        {
            return;
        }

        foreach (var item in ObjectsOf(request.Query.Resource.Plural).Values)
        {
            receive(WatchEventType.Added, Bytes(item));
        }

        receive(WatchEventType.Bookmark, Bytes(new()
        {
            ["metadata"] = new JsonObject
            {
                ["resourceVersion"] = _version.ToString(CultureInfo.InvariantCulture),
                ["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" },
            },
        }));
    }

    private void ThrowIfFaulty(string plural)
    {
        if (_faults.TryGetValue(plural, out var faults) && faults.TryDequeue(out var fault))
        {
            throw fault;
        }

        if (Absent.Contains(plural) || Forbidden.Contains(plural))
        {
            throw new KubernetesApiException(Absent.Contains(plural) ? ApiFailure.NotFound : ApiFailure.Forbidden, $"{plural} cannot be read");
        }
    }

    private void Note(string request)
    {
        _requests.Add(request);
        _changed.SetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record OpenWatch(string Plural, WatchReceiver Receive, TaskCompletionSource End);
}
