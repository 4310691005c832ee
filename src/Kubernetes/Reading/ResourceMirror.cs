using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>
/// The objects of one resource as they are now, kept up to date by one list or watch at a time, while another thread takes out what
/// changed. A list that is read again replaces what there is in place; what it no longer shows is deleted at its end.
/// </summary>
internal sealed class ResourceMirror(ApiResource resource) : IListTarget
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ObjectSlice> _slices = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Namespace, string Name), LoadProblem> _problems = [];
    private readonly RenewedDecoder _decoder = new();
    private readonly HashSet<(string Namespace, string Name)> _seen = [];
    private HashSet<string> _dirty = new(StringComparer.Ordinal);

    /// <summary>The resource.</summary>
    public ApiResource Resource => resource;

    /// <summary>Objects that could not be read, by name.</summary>
    public IReadOnlyList<LoadProblem> Problems
    {
        get
        {
            lock (_lock)
            {
                return [.. _problems.OrderBy(problem => problem.Key).Select(problem => problem.Value)];
            }
        }
    }

    /// <inheritdoc/>
    public void Begin()
    {
        _seen.Clear();
        _seen.TrimExcess();
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json) => _seen.Add(Put(json));

    /// <inheritdoc/>
    public void EndPage(ListPage page)
    {
        if (page.Continue is null)
        {
            EndList();
        }
    }

    /// <summary>The page is read again, with the same objects in it.</summary>
    public void DropPage()
    {
    }

    /// <summary>Everything that there is has been shown: what was not is deleted.</summary>
    public void EndList()
    {
        lock (_lock)
        {
            foreach (var (place, slice) in _slices)
            {
                foreach (var name in slice.Names.Where(name => !_seen.Contains((place, name))).ToList())
                {
                    slice.Delete(name);
                    _ = _dirty.Add(place);
                }
            }

            foreach (var gone in _problems.Keys.Where(key => !_seen.Contains(key)).ToList())
            {
                _ = _problems.Remove(gone);
            }
        }

        Begin();
    }

    /// <summary>Forgets everything; it may not be read any more, or is no longer there.</summary>
    public void Clear()
    {
        Begin();
        EndList();
    }

    /// <summary>Applies one event of a watch.</summary>
    public void Apply(WatchEventType type, ReadOnlySpan<byte> json, ObjectKey key)
    {
        switch (type)
        {
            case WatchEventType.Added or WatchEventType.Modified: _ = Put(json); break;
            case WatchEventType.Deleted: Delete(key); break;
            case WatchEventType.Bookmark: break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "no event of a watch");
        }
    }

    /// <summary>Puts all changes into the arrays.</summary>
    /// <returns>The namespaces whose objects are not what they were, and how many objects were touched.</returns>
    public SettledChanges Settle()
    {
        lock (_lock)
        {
            var (changed, touched) = (_dirty, 0);
            _dirty = new(StringComparer.Ordinal);
            foreach (var place in changed)
            {
                touched += _slices[place].Settle();
                if (_slices[place].Settled.IsEmpty)
                {
                    _ = _slices.Remove(place);
                }
            }

            return new(changed, touched);
        }
    }

    /// <summary>The settled objects of a namespace, by name.</summary>
    public ReadOnlySpan<IResource> In(string place)
    {
        lock (_lock)
        {
            return _slices.TryGetValue(place, out var slice) ? slice.Settled : [];
        }
    }

    private (string Namespace, string Name) Put(ReadOnlySpan<byte> json)
    {
        var decoded = _decoder.Decode(json, resource.Type);
        if (decoded.Resource is not { } read)
        {
            return Note(ObjectKey.Read(json), decoded.Problem);
        }

        var key = (PlaceOf(read), read.Metadata.Name);
        lock (_lock)
        {
            SliceOf(key.Item1).Put(read);
            _ = _problems.Remove(key);
        }

        return key;
    }

    private (string Namespace, string Name) Note(ObjectKey key, LoadProblem? problem)
    {
        Delete(key);
        if (problem is not null)
        {
            lock (_lock)
            {
                _problems[(Place(key), key.Name)] = problem;
            }
        }

        return (Place(key), key.Name);
    }

    private void Delete(ObjectKey key)
    {
        lock (_lock)
        {
            SliceOf(Place(key)).Delete(key.Name);
            _ = _problems.Remove((Place(key), key.Name));
        }
    }

    private ObjectSlice SliceOf(string place)
    {
        _ = _dirty.Add(place);
        if (!_slices.TryGetValue(place, out var slice))
        {
            _slices[place] = slice = new();
        }

        return slice;
    }

    // A Namespace object is a part of the namespace that it names.
    private static string PlaceOf(IResource resource) => resource is KubernetesNamespace ? resource.Metadata.Name : resource.Metadata.Namespace ?? "";

    private string Place(ObjectKey key) => resource.Kind == "Namespace" ? key.Name : key.Namespace;
}
