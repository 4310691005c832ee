using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Capacity;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports replicas that nothing keeps on different nodes.</summary>
internal sealed class NoTopologySpread : Rule<Workload>
{
    private static readonly Int32Parameter ClusterDefaultSkew = new(
        "clusterDefaultSkew", 3, 0, 100, "pods",
        "The maxSkew on kubernetes.io/hostname of the scheduler's default constraints, which the API does not show; 0 when there are none, 1 is enough.",
        "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#internal-default-constraints");

    private static readonly BooleanParameter AcceptSoft = new(
        "acceptSoft", true, "Whether a constraint that only scores is enough.", "own choice");

    public override IReadOnlyList<RuleParameter> Parameters => [ClusterDefaultSkew, AcceptSoft];

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "no-topology-spread",
        Category = RuleCategory.Availability,
        Severity = Severity.Medium,
        Summary = "Nothing spreads the replicas over nodes",
        Why = """
            Without a spread constraint or anti-affinity on kubernetes.io/hostname the scheduler may put all replicas on one node; its
            built-in default tolerates three more pods on one node than on another. The drain of that node then evicts them all at once.
            """,
        Fix = """
            Declare a topologySpreadConstraint on kubernetes.io/hostname with maxSkew 1. Use DoNotSchedule only where there are more nodes
            than replicas, otherwise ScheduleAnyway.
            """,
        Sources = [KubernetesDocs.Spread],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        if (WorkloadScale.Of(subject, around) is not { Usual: > 1 } scale || HasOnePlace(scale.Controller, context))
        {
            return RuleOutcome.NotApplicable;
        }

        var template = scale.Controller.Template;
        var terms = context.SpreadOf(scale.Controller);
        if (IsSpread(terms, template.Spec, context) || template.Spec.Containers.Any(static container => container.HostPorts.Length > 0))
        {
            return RuleOutcome.Passed;
        }

        // A constraint that misses its own pods is spread-selects-others.
        return SpreadTerm.Misdirected(terms).Count > 0
            ? RuleOutcome.NotApplicable
            : RuleOutcome.Found(Hit(scale, terms, IsCoveredByDefault(template.Spec, terms, context)));
    }

    private static bool IsSpread(IReadOnlyList<SpreadTerm> terms, PodSpec spec, RuleContext context)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].SelectsItself && IsEnough(terms[i], spec, context))
            {
                return true;
            }
        }

        return false;
    }

    // Where the pods can only be on one node anyway, other rules say so.
    private static bool HasOnePlace(Workload controller, RuleContext context) =>
        controller.Template.NodeName is not null
        || ExclusiveVolumes.Of(controller, context.Around(controller)).Shared.Count > 0
        || (context.Cluster.Nodes.Length > 0 && EligibleNodes.Of(controller.Template.Spec, context.Cluster).All.Length < 2);

    private static bool IsEnough(SpreadTerm term, PodSpec spec, RuleContext context) => term.TopologyKey switch
    {
        NodeLabels.Hostname => term.IsHard || context.Value(AcceptSoft),

        // Different zones are different nodes: anti-affinity always, a constraint when there are several zones for these pods.
        NodeLabels.Zone => term.IsHard && (!term.IsConstraint || EligibleNodes.Of(spec, context.Cluster).Zones.Count > 1),
        _ => false,
    };

    // Any constraint of the pod's own switches the defaults off completely; another scheduler has defaults of its own.
    private static bool IsCoveredByDefault(PodSpec spec, IReadOnlyList<SpreadTerm> terms, RuleContext context) =>
        context.Value(ClusterDefaultSkew) == 1 && context.Value(AcceptSoft)
        && spec.SchedulerName == PodSpec.DefaultScheduler && !terms.Any(term => term.IsConstraint);

    private static RuleHit Hit(WorkloadScale scale, IReadOnlyList<SpreadTerm> terms, bool isCovered)
    {
        var existing = NodeSpread.InWords(terms);
        return new()
        {
            Field = "spec.template.spec",
            Severity = isCovered ? Severity.Info : null,
            Message = isCovered
                ? $"{scale.Usual} replicas without a spread of their own; the cluster's default (maxSkew 1) covers them"
                : $"{scale.Usual} replicas and nothing that keeps them on different nodes{(terms.Count == 0 ? "" : $" ({existing})")}",
            Evidence = [new("replicas", $"{scale.Usual}"), new("spread", existing)],
        };
    }
}
