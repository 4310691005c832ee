using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Analysis;

/// <summary>Reports annotations of this product that nobody can make use of.</summary>
internal sealed class MistakenAnnotation : PodTemplateRule
{
    private static readonly string[] OfPods = [KnownAnnotations.ShutdownSeconds, KnownAnnotations.StartupSeconds];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "mistaken-annotation",
        Category = RuleCategory.Analysis,
        Severity = Severity.Low,
        Summary = "An annotation of this product is not understood",
        Why = """
            The annotations that begin with riskanalyzer.io/ say how long a pod takes to stop and to start, and which findings are meant to be.
            One that is misspelt, stands at the wrong place or has no readable value changes nothing: the forecast goes on with its assumption,
            and the findings stay.
            """,
        Fix = "Correct the annotation, or remove it.",
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        var hits = Own(pods.Template.Annotations)
            .Select(key => Hit(pods.Field($"metadata.annotations.{key}"), key, MistakeOnPods(key, pods.Template.Annotations), pods.Template.Annotations));
        if (pods.Workload is { Metadata.Annotations: var annotations })
        {
            hits = hits.Concat(Own(annotations).Select(key => Hit($"metadata.annotations.{key}", key, MistakeOnWorkload(key, pods), annotations)));
        }

        return RuleOutcome.Found([.. hits.OfType<RuleHit>()]);
    }

    private static IEnumerable<string> Own(LabelSet annotations) =>
        annotations.Keys.Where(key => key.StartsWith(KnownAnnotations.OwnPrefix, StringComparison.Ordinal));

    private static RuleHit? Hit(string field, string key, string? mistake, LabelSet annotations) => mistake is null ? null : new()
    {
        Field = field,
        Message = $"{mistake}, so it is ignored",
        Evidence = [new("annotation", key), new("value", annotations.Find(key) ?? "")],
    };

    private static string? MistakeOnPods(string key, LabelSet annotations) =>
        OfPods.Contains(key, StringComparer.Ordinal) && KnownAnnotations.Seconds(annotations, key) is null
            ? $"{key} is '{annotations.Find(key)}' and no number of seconds such as 5 or 0.5"
            : Unknown(key);

    private static string? MistakeOnWorkload(string key, PodDefinition pods) =>
        OfPods.Contains(key, StringComparer.Ordinal) ? $"{key} is read at {pods.Field("metadata.annotations")} only" : Unknown(key);

    private static string? Unknown(string key) => KnownAnnotations.Own.Contains(key, StringComparer.Ordinal)
        ? null
        : $"{key} is no annotation of this product{Nearest.Hint(key, KnownAnnotations.Own)}";
}
