using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Hygiene;

/// <summary>Reports images that may be others after a drain.</summary>
internal sealed class MutableImageTag : PodTemplateRule
{
    private static readonly TextListParameter Tags = new(
        "tags", ["latest"], "Tags that are known to move.", "elastisys/compliantkubernetes-apps:config/common-config.yaml");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "mutable-image-tag",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Medium,
        Summary = "The image may be another one when the pod starts again",
        Why = """
            A pod that is evicted starts again on a node that may not have its image. A tag that moves, or no tag at all, then
            brings whatever was pushed last: a maintenance of the nodes turns into a release of the program.
            """,
        Fix = "Name a unique tag or, better, a digest.",
        Sources = [new("Images", "https://kubernetes.io/docs/concepts/containers/images/#image-names")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [Tags];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        List<RuleHit>? hits = null;
        foreach (var each in pods.AllContainers())
        {
            var image = ImageReference.Parse(each.Container.Image);
            if (each.Container.Image.Length > 0 && !image.HasDigest && (!image.HasTag || context.Lists(Tags, image.Tag)))
            {
                (hits ??= []).Add(Hit(each, image));
            }
        }

        return hits is null ? RuleOutcome.Passed : RuleOutcome.Found(hits);
    }

    private static RuleHit Hit(PlacedContainer each, ImageReference image) => new()
    {
        Field = $"{each.Field}.image",
        Message = $"container {each.Container.Name} runs {each.Container.Image}, {(image.HasTag ? $"whose tag {image.Tag} moves" : "which names no tag and no digest")}",
        Evidence = [new("container", each.Container.Name), new("image", each.Container.Image)],
    };
}
