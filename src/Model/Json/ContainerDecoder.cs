using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a container of a pod specification.</summary>
internal static class ContainerDecoder
{
    public static Container? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (name, image, isSidecar) = ("", "", false);
        var resources = ContainerResources.None;
        ImmutableArray<DeclaredPort> ports = [];
        Probe? readiness = null;
        PreStopHook? preStop = null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Name: name = json.ReadText() ?? ""; break;
                case Field.Image: image = json.ReadText() ?? ""; break;
                case Field.Resources: resources = ResourcesDecoder.Read(ref json); break;
                case Field.Ports: ports = PortDecoder.ReadAll(ref json); break;
                case Field.RestartPolicy: isSidecar = json.ReadText() is "Always"; break;
                case Field.ReadinessProbe: readiness = ProbeDecoder.Read(ref json); break;
                case Field.Lifecycle: preStop = PreStopDecoder.ReadLifecycle(ref json); break;
                case Field.VolumeMounts: json.State.Mounts.Add(json.SkippedRange()); break;
                default: json.Skip(); break;
            }
        }

        if (image.Length == 0)
        {
            json.State.Lacks($"{json.Path}.image");
        }

        return json.State.Containers.Share(new()
        {
            Name = name,
            Image = image,
            Requests = resources.Requests,
            Limits = resources.Limits,
            Ports = [.. ports.Select(port => port.Container).OfType<ContainerPort>()],
            HostPorts = [.. ports.Select(port => port.Host).OfType<HostPort>()],
            IsSidecar = isSidecar,
            ReadinessProbe = readiness,
            PreStop = preStop,
        });
    }
}
