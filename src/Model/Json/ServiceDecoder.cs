using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a Service.</summary>
internal static class ServiceDecoder
{
    public static Service Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var service = new Service { Metadata = metadata };
        while (json.NextField(out var field))
        {
            if (field != Field.Spec)
            {
                json.Skip();
                continue;
            }

            if (!json.BeginObject())
            {
                continue;
            }

            while (json.NextField(out var inner))
            {
                switch (inner)
                {
                    case Field.Selector: service = service with { Selector = json.ReadLabels() }; break;
                    case Field.Ports: service = service with { TargetPorts = json.ReadList<string>(ServicePortDecoder.Read) }; break;
                    default: json.Skip(); break;
                }
            }
        }

        return service;
    }
}
