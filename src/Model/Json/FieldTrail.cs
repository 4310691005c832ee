using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Model.Json;

/// <summary>The way from the root of an object to the value that is read now, for messages.</summary>
internal sealed class FieldTrail
{
    private readonly (int Start, int Length)[] _steps = new (int, int)[JsonExtent.MaxDepth + 1];
    private int _depth;

    public void Clear() => _depth = 0;

    public bool Enter()
    {
        if (_depth >= JsonExtent.MaxDepth)
        {
            return false;
        }

        _steps[++_depth] = (-1, -1);
        return true;
    }

    public void Leave() => _depth--;

    public void SetName(int start, int length) => _steps[_depth] = (start, length);

    /// <summary>A step of a list has a length of -1 and counts in its start.</summary>
    public void NextItem() => _steps[_depth].Start++;

    public string Path(ReadOnlySpan<byte> json)
    {
        var path = new StringBuilder();
        foreach (var (start, length) in _steps.AsSpan(1, Math.Max(0, _depth)))
        {
            if (length < 0)
            {
                path.Append('[').Append(start.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else
            {
                path.Append(path.Length == 0 ? "" : ".").Append(Encoding.UTF8.GetString(json.Slice(start, length)));
            }
        }

        return path.Length == 0 ? "the object" : path.ToString();
    }
}
