using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports pods that stay until somebody else lets them go.</summary>
internal sealed class FinalizerOnPod : PodTemplateRule
{
    private static readonly TextListParameter Allowed = new(
        "allowed",
        ["batch.kubernetes.io/job-tracking"],
        "Finalizers that are let go as soon as the pod has ended.",
        "https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-tracking-with-finalizers");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "finalizer-on-pod",
        Category = RuleCategory.Termination,
        Severity = Severity.Medium,
        Summary = "A finalizer keeps the pod's object until a controller removes it",
        Why = """
            A drain waits for the object of the pod to vanish, not for its program to end. With a finalizer that takes as long as
            another controller needs, and for ever when that controller is down or was on the same node.
            """,
        Fix = "Make sure that the controller of the finalizer runs elsewhere and answers quickly, or do without the finalizer.",
        Sources = [new("Finalizers", "https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [Allowed];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsDaemonSet)
        {
            return RuleOutcome.NotApplicable;
        }

        if (pods.Template.Finalizers.IsEmpty && !pods.Pods(context).Any(static pod => PodDefinition.IsLive(pod) && !pod.Metadata.Finalizers.IsEmpty))
        {
            return RuleOutcome.Passed;
        }

        return Judge(pods, context);
    }

    private static RuleOutcome Judge(PodDefinition pods, RuleContext context)
    {
        var allowed = context.Value(Allowed);
        var live = pods.LivePods(context).ToList();
        var holding = pods.Template.Finalizers.Concat(live.SelectMany(pod => pod.Metadata.Finalizers))
            .Where(finalizer => !allowed.Contains(finalizer, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (holding.Count == 0)
        {
            return RuleOutcome.Passed;
        }

        var names = string.Join(", ", holding);
        var finalizers = names.Contains(',', StringComparison.Ordinal) ? "finalizers" : "finalizer";
        var held = live.Count(pod => pod.Metadata.Finalizers.Any(holding.Contains));
        return RuleOutcome.Found(new RuleHit
        {
            Field = pods.Template.Finalizers.IsEmpty ? pods.Field("metadata") : pods.Field("metadata.finalizers"),
            Message = live.Count == 0 ? $"gives its pods the {finalizers} {names}" : $"{held} of its {Counted.Of(live.Count, "pod")} {(held == 1 ? "has" : "have")} the {finalizers} {names}",
            Evidence = [new("finalizers", names), new("pods", $"{held}")],
        });
    }
}
