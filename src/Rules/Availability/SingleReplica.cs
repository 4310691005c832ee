using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports a workload with too few replicas to survive the drain of one node.</summary>
internal sealed class SingleReplica : Rule<Workload>
{
    // Tekton keeps a claim's pods together with a StatefulSet of one, and replaces it itself when its node is cordoned.
    // Source: https://github.com/tektoncd/pipeline/blob/main/docs/affinityassistants.md
    private const string PlaceholderComponent = "affinity-assistant";

    private static readonly Int32Parameter MinReplicas = new(
        "minReplicas", 2, 1, 100, "replicas", "The fewest replicas that are enough.",
        "elastisys/compliantkubernetes-apps:helmfile.d/charts/gatekeeper/constraints/templates/deployment-minimum-replicas/constraint.yaml");

    public override IReadOnlyList<RuleParameter> Parameters => [MinReplicas];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "single-replica",
        Category = RuleCategory.Availability,
        Severity = Severity.High,
        Summary = "Workload runs with a single replica",
        Why = """
            A drain evicts the pod first and its replacement starts elsewhere afterwards. With one replica the workload is down from the
            stop of the old pod until the new one is Ready, once for every node that it is moved away from.
            """,
        Fix = "Run at least two replicas. If the program cannot, exempt it with a reason and plan a short outage.",
        Sources = [KubernetesDocs.Disruptions],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);

        // An autoscaler owns the number: autoscaler-floor-one judges it. Zero replicas have nothing to lose.
        if (WorkloadScale.Of(subject, around) is not { Autoscaler: null, Replicas: > 0 } scale || IsPlaceholder(scale.Controller))
        {
            return RuleOutcome.NotApplicable;
        }

        var minimum = context.Value(MinReplicas);
        if (scale.Replicas >= minimum)
        {
            return RuleOutcome.Passed;
        }

        // More replicas would break what has a volume for one, and help little where one leader works: those rules speak instead.
        if (scale.Replicas == 1 && (ExclusiveVolumes.Of(scale.Controller, around).Any || ActiveLeader.LabelOf(scale.Controller, context) is not null))
        {
            return RuleOutcome.NotApplicable;
        }

        var node = around.ServingPodsOf(subject) is [var only] ? only.NodeName : null;
        return RuleOutcome.Found(new RuleHit
        {
            Field = "spec.replicas",
            Message = $"runs {Counted.Of(scale.Replicas, "replica")}{Through(subject, scale)}{Unstated(scale)}, "
                + $"fewer than {minimum}",
            Evidence =
            [
                new("replicas", $"{scale.Replicas}"), new("minimum", $"{minimum}"),
                .. node is null ? Array.Empty<KeyValuePair<string, string>>() : [new("node", node)],
            ],
        });
    }

    private static bool IsPlaceholder(Workload controller) =>
        controller.Template.Labels.Find("app.kubernetes.io/component") == PlaceholderComponent
        || controller.Metadata.Labels.Find("app.kubernetes.io/component") == PlaceholderComponent;

    private static string Through(Workload subject, WorkloadScale scale) =>
        ReferenceEquals(subject, scale.Controller) ? "" : $" through {scale.Controller.Reference}";

    private static string Unstated(WorkloadScale scale) => scale.Controller.SpecReplicas is null ? " (the default, as none is written)" : "";
}
