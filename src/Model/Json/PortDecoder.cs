using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the ports of a container that are bound on the node.</summary>
internal static class PortDecoder
{
    public static ImmutableArray<HostPort> ReadAll(ref JsonCursor json) => json.ReadList<HostPort>(Read);

    private static HostPort? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (address, protocol, port) = ("0.0.0.0", "TCP", 0);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.HostPort: port = json.ReadInt32() ?? 0; break;
                case Field.HostIP: address = json.ReadText() is { Length: > 0 } written ? written : address; break;
                case Field.Protocol: protocol = json.ReadText() is { Length: > 0 } named ? named : protocol; break;
                default: json.Skip(); break;
            }
        }

        return port == 0 ? null : new(address, protocol, port);
    }
}
