using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports hard spread constraints that keep an evicted replica Pending because its empty node still counts.</summary>
internal sealed class HardSpreadCountsCordonedNode : PodTemplateRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "hard-spread-counts-cordoned-node",
        Category = RuleCategory.Capacity,
        Severity = Severity.Medium,
        Summary = "A hard spread constraint counts the drained node and leaves the replica Pending",
        Why = """
            A cordoned node stays a domain of the constraint, and once drained it is the emptiest one. The others may then hold at most
            maxSkew replicas each, so the evicted replica stays Pending until the node is back, however much room there is.
            """,
        Fix = "Set nodeTaintsPolicy: Honor on the constraint, or whenUnsatisfiable: ScheduleAnyway.",
        Sources = [new("Pod topology spread constraints", "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/")],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (!pods.Spec.TopologySpreadConstraints.Any(static constraint => constraint.IsHard))
        {
            return RuleOutcome.NotApplicable;
        }

        return JudgeHard(pods, context);
    }

    private static RuleOutcome JudgeHard(PodDefinition pods, RuleContext context)
    {
        var replicas = DesiredReplicas.Of(pods, context);
        var hard = pods.Spec.TopologySpreadConstraints
            .Select((constraint, index) => (Constraint: constraint, Field: pods.SpecField($"topologySpreadConstraints[{index}]")))
            .Where(each => each.Constraint is { IsHard: true, HonorsNodeTaints: false }
                && each.Constraint.Selector is { IsEmpty: false } selector && selector.Matches(pods.Template.Labels))
            .ToList();
        if (replicas < 1 || hard.Count == 0)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Cluster.Nodes.IsEmpty)
        {
            return RuleOutcome.NotEvaluated("no nodes in the input");
        }

        // A node counts only when it carries the keys of all hard constraints.
        var keys = pods.Spec.TopologySpreadConstraints.Where(c => c.IsHard).Select(c => c.TopologyKey).ToList();
        var nodes = EligibleNodes.Of(pods.Spec, context.Cluster).All
            .Where(node => NodeEligibility.IsAvailable(node) && keys.TrueForAll(node.Metadata.Labels.ContainsKey)).ToList();
        return RuleOutcome.Found([.. hard.Select(each => Judge(each.Constraint, each.Field, replicas, nodes)).OfType<RuleHit>()]);
    }

    private static RuleHit? Judge(TopologySpreadConstraint constraint, string field, int replicas, List<Node> nodes)
    {
        var domains = nodes.GroupBy(node => node.Metadata.Labels[constraint.TopologyKey], StringComparer.Ordinal).ToList();

        // With a zone as the domain, the drained node's domain lives on through its other nodes.
        if (domains.Count < 2 || !domains.Exists(domain => domain.Count() == 1))
        {
            return null;
        }

        // The drained domain holds none, so each other one may hold maxSkew.
        var room = (domains.Count - 1) * constraint.MaxSkew;
        return replicas <= room ? null : new()
        {
            Field = field,
            Message = $"allows {Counted.Of(constraint.MaxSkew, "replica")} per {constraint.TopologyKey} while one of {domains.Count} domains is empty: "
                + $"only {room} of {replicas} replicas fit while a node is drained",
            Evidence =
            [
                new("replicas", $"{replicas}"),
                new("domains", $"{domains.Count}"),
                new("maxSkew", $"{constraint.MaxSkew}"),
                new("nodeTaintsPolicy", "Ignore"),
            ],
        };
    }
}
