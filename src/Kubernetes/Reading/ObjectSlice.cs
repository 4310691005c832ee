using System.Runtime.InteropServices;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>
/// The objects of one kind in one namespace: an array by name, and what happened since it was made. A change costs the same whether
/// there are ten objects or a hundred thousand; putting the changes into the array is done for many of them at once.
/// </summary>
internal sealed class ObjectSlice
{
    private const int MostKeptCapacity = 1024;
    private readonly Dictionary<string, IResource?> _changes = new(StringComparer.Ordinal);
    private IResource[] _settled = [];

    /// <summary>The objects by name, without the changes since <see cref="Settle"/>.</summary>
    public ReadOnlySpan<IResource> Settled => _settled;

    /// <summary>The names of all objects, the changes included.</summary>
    public IEnumerable<string> Names =>
        _settled.Select(resource => resource.Metadata.Name).Where(name => !_changes.ContainsKey(name))
            .Concat(_changes.Where(change => change.Value is not null).Select(change => change.Key));

    /// <summary>Adds an object, or replaces the one with its name.</summary>
    public void Put(IResource resource) => _changes[resource.Metadata.Name] = resource;

    /// <summary>Takes an object away.</summary>
    public void Delete(string name) => _changes[name] = null;

    /// <summary>Puts the changes into the array; how many objects were touched.</summary>
    public int Settle()
    {
        var changes = _changes.ToArray();
        Array.Sort(changes, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var merged = new List<IResource>(_settled.Length + changes.Length);
        var at = 0;
        foreach (var (name, resource) in changes)
        {
            var order = -1;
            while (at < _settled.Length && (order = string.CompareOrdinal(_settled[at].Metadata.Name, name)) < 0)
            {
                merged.Add(_settled[at++]);
            }

            at += at < _settled.Length && order == 0 ? 1 : 0;
            if (resource is not null)
            {
                merged.Add(resource);
            }
        }

        merged.AddRange(_settled.AsSpan(at));
        _settled = CollectionsMarshal.AsSpan(merged).ToArray();
        _changes.Clear();
        _changes.TrimExcess(Math.Min(changes.Length, MostKeptCapacity));
        return merged.Count;
    }
}
