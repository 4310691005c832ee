using System.Text;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>What a list says of itself, before or after its items.</summary>
internal sealed class ListHeader(ObjectType assumedItems)
{
    private string _apiVersion = "";
    private string _kind = "";

    /// <summary>The version and kind of the items of a typed list such as <c>PodList</c>.</summary>
    public ObjectType Items => _kind.Length > 4 && _kind.EndsWith("List", StringComparison.Ordinal) ? new(_apiVersion, _kind[..^4]) : assumedItems;

    /// <summary>What a snapshot file says of itself.</summary>
    public SnapshotHeader? Snapshot { get; private set; }

    /// <summary>The list's metadata as JSON; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Metadata { get; private set; }

    /// <summary>Whether the items are something else than a list. Programs in Go write an empty list as null.</summary>
    public bool HasOtherItems { get; private set; }

    /// <summary>Takes one property of the list.</summary>
    public void Note(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("apiVersion"u8))
        {
            _apiVersion = Text(value) ?? _apiVersion;
        }
        else if (name.SequenceEqual("kind"u8))
        {
            _kind = Text(value) ?? _kind;
        }
        else if (name.SequenceEqual("items"u8))
        {
            HasOtherItems = !value.SequenceEqual("null"u8);
        }
        else if (name.SequenceEqual("metadata"u8))
        {
            Metadata = value.ToArray();
            Snapshot = value.IndexOf("riskanalyzer.io/"u8) >= 0 ? SnapshotHeader.Read(value) : Snapshot;
        }
    }

    private static string? Text(ReadOnlySpan<byte> value) =>
        value is [(byte)'"', .. var quoted, (byte)'"'] && !quoted.Contains((byte)'\\') ? Encoding.UTF8.GetString(quoted) : null;
}
