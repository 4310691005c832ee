using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports an autoscaler that may leave too few replicas.</summary>
internal sealed class AutoscalerFloorOne : Rule<Autoscaler>
{
    private static readonly Int32Parameter MinReplicas = new(
        "minReplicas", 2, 1, 100, "replicas", "The lowest floor that is enough.",
        "elastisys/compliantkubernetes:docs/user-guide/list-of-non-functional-application-requirements.html (R8.1)");

    public override IReadOnlyList<RuleParameter> Parameters => [MinReplicas];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "autoscaler-floor-one",
        Category = RuleCategory.Availability,
        Severity = Severity.High,
        Summary = "Autoscaler may leave a single replica",
        Why = """
            At night, when maintenance is done and traffic is low, an autoscaler goes down to its floor. With a floor of one, the drain of
            that pod's node takes the workload down until a replacement is Ready.
            """,
        Fix = "Raise the floor to two. Scaling to zero is fine for work that may wait.",
        Sources =
        [
            new("Horizontal Pod Autoscaling", "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"),
            new("ScaledObject specification", "https://keda.sh/docs/latest/reference/scaledobject-spec/"),
        ],
    };

    public override RuleOutcome Check(Autoscaler subject, RuleContext context)
    {
        // KEDA makes an HPA whose floor is at least 1, whatever its ScaledObject says: the ScaledObject is judged.
        if (subject.Metadata.Controller is { Kind: "ScaledObject" } owner)
        {
            return context.Around(subject).Autoscalers.Any(a => a.IsScaledObject && a.Metadata.Name == owner.Name)
                ? RuleOutcome.NotApplicable
                : RuleOutcome.NotEvaluated($"ScaledObject {owner.Name}, which makes this autoscaler, was not read");
        }

        var target = context.Around(subject).FindController(subject.TargetKind, subject.TargetName);
        var isPointless = subject.IsPaused || IsGone(subject, target, context) || (target is { SpecReplicas: 0 } && !subject.IsScaledObject);
        if (isPointless)
        {
            return RuleOutcome.NotApplicable;
        }

        var minimum = context.Value(MinReplicas);
        return subject.Floor >= minimum ? RuleOutcome.Passed : RuleOutcome.Found(Hit(subject, minimum));
    }

    private static bool IsGone(Autoscaler autoscaler, Workload? target, RuleContext context)
    {
        var kind = autoscaler.TargetKind switch
        {
            "Deployment" => ResourceKinds.Deployments,
            "StatefulSet" => ResourceKinds.StatefulSets,
            _ => ResourceKinds.None,
        };
        return target is null && kind != ResourceKinds.None && context.Cluster.IsLive && context.Cluster.Knows(kind);
    }

    private static RuleHit Hit(Autoscaler autoscaler, int minimum)
    {
        var unstated = autoscaler.SpecFloor is null ? " (the default, as none is written)" : "";
        var target = $"{autoscaler.TargetKind}/{autoscaler.Namespace}/{autoscaler.TargetName}";
        return new()
        {
            Field = autoscaler.FloorField,
            Severity = autoscaler.Floor == 0 ? Severity.Info : null,
            Message = autoscaler.Floor == 0
                ? $"may scale {target} to zero{unstated}"
                : $"may leave {Counted.Of(autoscaler.Floor, "replica")} of {target}{unstated}, fewer than {minimum}",
            Evidence =
            [
                new("floor", $"{autoscaler.Floor}"), new("minimum", $"{minimum}"),
                .. autoscaler.Ceiling is { } ceiling ? [new("ceiling", $"{ceiling}")] : Array.Empty<KeyValuePair<string, string>>(),
                .. autoscaler.CurrentReplicas is { } now ? [new("current", $"{now}")] : Array.Empty<KeyValuePair<string, string>>(),
            ],
        };
    }
}
