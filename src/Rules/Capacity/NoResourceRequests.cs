using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports containers that the scheduler cannot weigh.</summary>
internal sealed class NoResourceRequests : PodTemplateRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "no-resource-requests",
        Category = RuleCategory.Capacity,
        Severity = Severity.Medium,
        Summary = "A container does not say what it needs",
        Why = """
            The scheduler places pods by what they request. Without requests the pods of a drained node seem to fit anywhere,
            pile up on one node and starve there, and every forecast of room is too good. Such pods are also the first to be evicted when memory
            runs out.
            """,
        Fix = "Set CPU and memory requests from measured use, and adjust them after load tests.",
        Sources = [new("Resource management", "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/")],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        // Plain init containers run before the others and within what the pod requests for them.
        List<RuleHit>? hits = null;
        foreach (var each in pods.RunningContainers())
        {
            var hasCpu = IsRequested(each.Container, ResourceAmounts.Cpu, pods, context);
            var hasMemory = IsRequested(each.Container, ResourceAmounts.Memory, pods, context);
            if (!hasCpu || !hasMemory)
            {
                (hits ??= []).Add(Hit(each, hasCpu ? [ResourceAmounts.Memory] : hasMemory ? [ResourceAmounts.Cpu] : [ResourceAmounts.Cpu, ResourceAmounts.Memory]));
            }
        }

        return hits is null ? RuleOutcome.Passed : RuleOutcome.Found(hits);
    }

    private static RuleHit Hit(PlacedContainer each, string[] missing) => new()
    {
        Field = $"{each.Field}.resources",
        Message = $"container {each.Container.Name} requests no {string.Join(" and no ", missing)}",
        Evidence = [new("container", each.Container.Name), new("missing", string.Join(", ", missing))],
    };

    private static bool IsRequested(Container container, string resource, PodDefinition pods, RuleContext context) =>
        container.Requests.Find(resource) is not null
        || pods.Spec.PodLevelRequests.Find(resource) is not null
        || IsFilledIn(container.Name, resource, pods, context);

    // A LimitRange has a default, or admission adds requests that the template does not show; the pods do.
    private static bool IsFilledIn(string container, string resource, PodDefinition pods, RuleContext context)
    {
        if (context.Around(pods.Object).LimitRanges.Any(range => range.DefaultRequests.Find(resource) is not null))
        {
            return true;
        }

        var live = pods.LivePods(context).ToList();
        return live.Count > 0 && live.TrueForAll(pod => pod.Spec.PodLevelRequests.Find(resource) is not null
            || pod.Spec.Containers.Concat(pod.Spec.InitContainers).Any(c => c.Name == container && c.Requests.Find(resource) is not null));
    }
}
