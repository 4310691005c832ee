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
        var hits = new List<RuleHit>();
        foreach (var (container, field) in pods.RunningContainers())
        {
            var missing = new[] { ResourceAmounts.Cpu, ResourceAmounts.Memory }
                .Where(resource => !IsRequested(container, resource, pods, context)).ToList();
            if (missing.Count > 0)
            {
                hits.Add(new()
                {
                    Field = $"{field}.resources",
                    Message = $"container {container.Name} requests no {string.Join(" and no ", missing)}",
                    Evidence = [new("container", container.Name), new("missing", string.Join(", ", missing))],
                });
            }
        }

        return RuleOutcome.Found(hits);
    }

    private static bool IsRequested(Container container, string resource, PodDefinition pods, RuleContext context) =>
        container.Requests.Find(resource) is not null
        || pods.Spec.PodLevelRequests.Find(resource) is not null
        || context.Around(pods.Object).LimitRanges.Any(range => range.DefaultRequests.Find(resource) is not null)
        || IsFilledIn(container.Name, resource, [.. pods.LivePods(context)]);

    // Admission may add requests that the template does not show; the pods do.
    private static bool IsFilledIn(string container, string resource, IReadOnlyList<Pod> live) =>
        live.Count > 0 && live.All(pod => pod.Spec.PodLevelRequests.Find(resource) is not null
            || pod.Spec.Containers.Concat(pod.Spec.InitContainers).Any(c => c.Name == container && c.Requests.Find(resource) is not null));
}
