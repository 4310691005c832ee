namespace RiskAnalyzer.Model.Json;

/// <summary>Reads where a port of a Service leads.</summary>
internal static class ServicePortDecoder
{
    /// <summary>Reads the number or name of the pods' port: the target, or the Service's own port where none is written.</summary>
    public static string? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (port, target) = ((string?)null, (string?)null);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Port: port = json.ReadInt32() is { } number ? $"{number}" : null; break;
                case Field.TargetPort when json.IsNumber: target = json.ReadInt32() is > 0 and var count ? $"{count}" : null; break;
                case Field.TargetPort: target = json.ReadText() is { Length: > 0 } name ? name : null; break;
                default: json.Skip(); break;
            }
        }

        return target ?? port;
    }
}
