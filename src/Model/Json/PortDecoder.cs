using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the ports of a container.</summary>
internal static class PortDecoder
{
    public static ImmutableArray<DeclaredPort> ReadAll(ref JsonCursor json) => json.ReadList<DeclaredPort>(Read);

    private static DeclaredPort? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (address, protocol, name, port, hostPort) = ("0.0.0.0", "TCP", "", 0, 0);
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.ContainerPort: port = json.ReadInt32() ?? 0; break;
                case Field.HostPort: hostPort = json.ReadInt32() ?? 0; break;
                case Field.HostIP: address = json.ReadText() is { Length: > 0 } written ? written : address; break;
                case Field.Name: name = json.ReadText() ?? ""; break;
                case Field.Protocol: protocol = json.ReadText() is { Length: > 0 } named ? named : protocol; break;
                default: json.Skip(); break;
            }
        }

        return new(port == 0 ? null : new(name, port), hostPort == 0 ? null : new(address, protocol, hostPort));
    }
}
