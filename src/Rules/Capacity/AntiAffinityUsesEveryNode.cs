using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports workloads whose replicas exclude each other from nodes and leave none free.</summary>
internal sealed class AntiAffinityUsesEveryNode : PodTemplateRule
{
    private static readonly Int32Parameter Batch = new(
        "batch", 1, 1, 1000, "nodes", "Nodes that are away at the same time.", "own choice: one by one, as most orchestrators do");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "anti-affinity-uses-every-node",
        Category = RuleCategory.Capacity,
        Severity = Severity.Medium,
        Summary = "Required anti-affinity leaves no node for a replica that is evicted",
        Why = """
            Replicas that must not share a node need one node each. When there are no more nodes than replicas, the one that is evicted waits
            until its node is back. Drained one by one that works with a replica less; with several nodes at a time it takes several replicas away.
            """,
        Fix = "Prefer separate nodes instead of requiring them, or have one more node than replicas.",
        Sources = [new("Pod anti-affinity", "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [Batch];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        var replicas = DesiredReplicas.Of(pods, context);
        if (replicas < 2 || pods.Spec.Affinity is not { RequiredPodAntiAffinity.IsEmpty: false } affinity || !ExcludesItself(affinity, pods))
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Cluster.Nodes.IsEmpty)
        {
            return RuleOutcome.NotEvaluated("no nodes in the input");
        }

        var eligible = EligibleNodes.Of(pods.Spec, context.Cluster).Available;
        var batch = context.Value(Batch);
        var waiting = replicas - (eligible.Length - batch);

        // A node without the label is in no domain and takes any number of replicas.
        if (eligible.Length < 2 || waiting <= 0 || eligible.Any(node => !node.Metadata.Labels.ContainsKey(NodeLabels.Hostname)))
        {
            return eligible.Length < 2 ? RuleOutcome.NotApplicable : RuleOutcome.Passed;
        }

        return RuleOutcome.Found(new RuleHit
        {
            Field = pods.SpecField("affinity.podAntiAffinity"),
            Message = $"needs {replicas} nodes for {replicas} replicas and has {eligible.Length}: with {batch} away {Math.Min(waiting, replicas)} must wait",
            Severity = batch > 1 ? Severity.High : null,
            Evidence = [new("replicas", $"{replicas}"), new("eligibleNodes", $"{eligible.Length}"), new("batch", $"{batch}")],
        });
    }

    private static bool ExcludesItself(Affinity affinity, PodDefinition pods) => affinity.RequiredPodAntiAffinity.Any(term => ExcludesItself(term, pods));

    private static bool ExcludesItself(PodAffinityTerm term, PodDefinition pods) =>
        term.TopologyKey == NodeLabels.Hostname
        && term.Selector?.Matches(pods.Template.Labels) == true
        && (term.Namespaces.IsEmpty ? term.NamespaceSelector is null or { IsEmpty: true } : term.Namespaces.Contains(pods.Object.Namespace));
}
