using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Keeps the objects of a small YAML file as JSON with the same lines, to look fields up in them.</summary>
internal sealed class ObjectTexts : IObjectTarget
{
    private const int MaxTotalBytes = 32 << 20;
    private readonly Dictionary<long, byte[]> _byLine = [];
    private int _total;

    /// <summary>The object that begins on a line; empty when there is none.</summary>
    public ReadOnlySpan<byte> At(long line) => _byLine.GetValueOrDefault(line);

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json, long line, long offset, ObjectType assumed)
    {
        _total += json.Length;
        if (_total <= MaxTotalBytes)
        {
            _ = _byLine.TryAdd(line, json.ToArray());
        }
    }

    /// <inheritdoc/>
    public void AddList(ListHeader header)
    {
    }

    /// <inheritdoc/>
    public void AddStranger(long line)
    {
    }

    /// <inheritdoc/>
    public void PassOver(long line, string reason)
    {
    }

    /// <inheritdoc/>
    public void Fail(long line, string problem, bool isCutOff = false)
    {
    }
}
