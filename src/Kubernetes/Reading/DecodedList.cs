using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Decodes the objects of one list as they come in.</summary>
internal sealed class DecodedList(ApiResource resource) : IListTarget
{
    private readonly ObjectDecoder _decoder = new();
    private readonly List<DecodedObject> _objects = [];
    private int _whole;

    /// <inheritdoc/>
    public void Begin()
    {
        _objects.Clear();
        _whole = 0;
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json) => _objects.Add(_decoder.Decode(json, default, resource.Type));

    /// <inheritdoc/>
    public void EndPage(ListPage page) => _whole = _objects.Count;

    /// <inheritdoc/>
    public void DropPage() => _objects.RemoveRange(_whole, _objects.Count - _whole);

    /// <summary>Puts the objects into a snapshot.</summary>
    public void AddTo(SnapshotBuilder builder)
    {
        foreach (var item in _objects)
        {
            item.AddTo(builder);
        }
    }
}
