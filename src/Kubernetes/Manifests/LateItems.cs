using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Keeps items that do not say their kind, in a list that says it only behind them, as an API server writes a typed list.</summary>
/// <param name="target">Takes the items.</param>
/// <param name="room">How much is kept at most, in bytes; what does not fit is not kept, and so is no object.</param>
internal sealed class LateItems(IObjectTarget target, int room)
{
    private readonly List<(byte[] Json, long Line)> _kept = [];
    private int _room = room;

    /// <summary>Keeps an item if it needs that; false when it can be handed on at once.</summary>
    public bool Keep(ReadOnlySpan<byte> json, long line)
    {
        if (json.Length > _room || ObjectDecoder.SaysType(json))
        {
            return false;
        }

        _room -= json.Length;
        _kept.Add((json.ToArray(), line));
        return true;
    }

    /// <summary>Hands on what was kept, now that the kind is known.</summary>
    public void HandOver(ObjectType type) => _kept.ForEach(item => target.Add(item.Json, item.Line, -1, type));
}
