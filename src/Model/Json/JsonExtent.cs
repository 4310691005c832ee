namespace RiskAnalyzer.Model.Json;

/// <summary>Finds where an object or a list ends without reading what is in it.</summary>
public static class JsonExtent
{
    /// <summary>The deepest nesting that is read.</summary>
    /// <value>Levels. Objects of the API have fewer than 40; deeper input is hostile or broken.</value>
    public const int MaxDepth = 256;

    /// <summary>The length of the object or list at the start of the bytes; -1 when it does not end in them or is nested too deeply.</summary>
    public static int Find(ReadOnlySpan<byte> json) => Find(json, out _);

    /// <summary>As <see cref="Find(ReadOnlySpan{byte})"/>; tells which of the two it is.</summary>
    internal static int Find(ReadOnlySpan<byte> json, out bool isTooDeep)
    {
        var scan = new JsonExtentScan();
        var end = scan.Continue(json);
        isTooDeep = scan.IsTooDeep;
        return isTooDeep ? -1 : end;
    }
}
