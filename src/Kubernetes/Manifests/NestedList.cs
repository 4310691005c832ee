using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Hands on the items of a list that is an item itself, with their places in the file.</summary>
internal sealed class NestedList : IObjectTarget
{
    private readonly IObjectTarget _target;
    private readonly int _length;
    private readonly long _line;
    private readonly long _offset;

    private NestedList(IObjectTarget target, int length, long line, long offset) => (_target, _length, _line, _offset) = (target, length, line, offset);

    /// <summary>Reads a list.</summary>
    /// <param name="json">The list, as large as one object may be.</param>
    /// <param name="line">Its first line in the file.</param>
    /// <param name="offset">Where it begins in the file; -1 when that is not known.</param>
    /// <param name="target">Takes its items.</param>
    public static void Read(ReadOnlySpan<byte> json, long line, long offset, IObjectTarget target)
    {
        var text = json.ToArray();
        using var window = new ByteWindow(new MemoryStream(text));
        new JsonObjectReader(window, new NestedList(target, text.Length, line, offset), text.Length) { FindHeader = _ => HeaderOf(text) }.Read(ObjectType.Unknown);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json, long line, long offset, ObjectType assumed)
    {
        if (json.Length < _length)
        {
            _target.Add(json, At(line), _offset < 0 ? -1 : _offset + offset, assumed);
            return;
        }

        // The list itself: nothing in it was handed on.
        var header = HeaderOf(json.ToArray());
        if (header.HasOtherItems)
        {
            _target.Fail(_line, "a list whose items are no list");
        }
        else
        {
            _target.AddList(header);
        }
    }

    /// <inheritdoc/>
    public void AddList(ListHeader header) => _target.AddList(header);

    /// <inheritdoc/>
    public void AddStranger(long line) => _target.AddStranger(At(line));

    /// <inheritdoc/>
    public void PassOver(long line, string reason) => _target.PassOver(At(line), reason);

    /// <inheritdoc/>
    public void Fail(long line, string problem, bool isCutOff = false) => _target.Fail(At(line), problem, isCutOff);

    private static ListHeader HeaderOf(byte[] text)
    {
        using var window = new ByteWindow(new MemoryStream(text));
        return new JsonObjectReader(window, new ObjectTexts(), text.Length).ReadHeader(ObjectType.Unknown);
    }

    private long At(long line) => _line + line - 1;
}
