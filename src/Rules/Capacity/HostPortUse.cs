using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Ports that pods bind on their node, of which a node has each only once.</summary>
internal static class HostPortUse
{
    /// <summary>The host ports of a pod. In the node's network the API makes every container port one.</summary>
    public static IReadOnlyList<HostPort> Of(PodSpec spec) =>
        spec.HostNetwork || spec.Containers.Any(Binds) || spec.InitContainers.Any(Binds) ? Bound(spec) : [];

    private static bool Binds(Container container) => !container.HostPorts.IsEmpty;

    private static IReadOnlyList<HostPort> Bound(PodSpec spec)
    {
        var running = spec.Containers.Concat(spec.InitContainers.Where(container => container.IsSidecar)).ToList();
        var ports = running.SelectMany(container => container.HostPorts);
        return [.. (spec.HostNetwork
            ? ports.Concat(running.SelectMany(container => container.Ports).Select(port => new HostPort("0.0.0.0", "TCP", port.Number)))
            : ports).DistinctBy(port => (port.Protocol, port.Port)).OrderBy(port => port.Port)];
    }

    /// <summary>Whether a pod of somebody else holds one of the ports on a node.</summary>
    public static bool IsTaken(IReadOnlyList<HostPort> ports, Node node, IResource owner, RuleContext context) =>
        context.Cluster.PodsOn(node.Name).Any(pod => !pod.IsFinished
            && !ReferenceEquals(context.Cluster.WorkloadOf(pod), owner)
            && Of(pod.Spec).Any(theirs => ports.Any(ours => ours.ConflictsWith(theirs))));
}
