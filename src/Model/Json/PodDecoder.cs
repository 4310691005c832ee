using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a pod.</summary>
internal static class PodDecoder
{
    public static Pod Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var (spec, nodeName, hasSpec) = (PodSpec.Empty, (string?)null, false);
        var status = PodStatus.None;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec:
                    (spec, nodeName) = json.State.PodSpecTexts.Read(ref json, metadata.Controller);
                    hasSpec = true;
                    break;
                case Field.Status: status = PodStatusDecoder.Read(ref json); break;
                default: json.Skip(); break;
            }
        }

        if (!hasSpec)
        {
            json.State.Lacks("spec.containers");
        }

        return new()
        {
            Metadata = metadata,
            Spec = spec,
            NodeName = nodeName,
            Phase = status.Phase,
            Ready = status.Ready,
            PodScheduled = status.PodScheduled,
            IsResizeInfeasible = status.IsResizeInfeasible,
            StartedAt = status.StartedAt,
            ContainerStatuses = ContainerStatuses(status, spec),
        };
    }

    /// <summary>Keeps regular containers and sidecars, and of the resources only what differs from the specification.</summary>
    private static ImmutableArray<ContainerStatus> ContainerStatuses(PodStatus status, PodSpec spec)
    {
        var sidecars = status.InitContainers.IsEmpty
            ? []
            : status.InitContainers.Where(s => spec.InitContainers.Any(c => c.IsSidecar && c.Name == s.Name)).ToImmutableArray();
        var statuses = sidecars.IsEmpty ? status.Containers : status.Containers.AddRange(sidecars);
        var all = spec.InitContainers.IsEmpty ? spec.Containers : spec.Containers.AddRange(spec.InitContainers);
        return statuses.Any(s => IsAsSpecified(s, all)) ? [.. statuses.Select(s => IsAsSpecified(s, all) ? s with { ResizedRequests = null } : s)] : statuses;
    }

    private static bool IsAsSpecified(ContainerStatus status, ImmutableArray<Container> containers) =>
        status.ResizedRequests is { } resized && containers.Any(c => c.Name == status.Name && c.Requests == resized);
}
