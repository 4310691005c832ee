using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Hygiene;

/// <summary>Reports containers that may take all memory of their node.</summary>
internal sealed class NoMemoryLimit : PodTemplateRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "no-memory-limit",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Low,
        IsOptIn = true,
        Summary = "A container may take all memory of its node",
        Why = """
            While nodes are drained the others carry more pods than usual. A container without a memory limit can then starve
            its neighbours, and the node's last resort is to kill or evict pods that no budget protects.
            """,
        Fix = "Set a memory limit close to the observed peak.",
        Sources = [new("Resource management", "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/")],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        const string memory = ResourceAmounts.Memory;
        if (pods.Spec.PodLevelLimits.Find(memory) is not null
            || context.Around(pods.Object).LimitRanges.Any(range => range.DefaultLimits.Find(memory) is not null))
        {
            return RuleOutcome.Passed;
        }

        return RuleOutcome.Found([
            .. pods.RunningContainers()
                .Where(each => each.Container.Limits.Find(memory) is null)
                .Select(each => new RuleHit
                {
                    Field = $"{each.Field}.resources",
                    Message = $"container {each.Container.Name} has no memory limit",
                    Evidence = [new("container", each.Container.Name)],
                }),
        ]);
    }
}
