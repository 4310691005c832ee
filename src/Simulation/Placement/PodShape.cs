using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement;

/// <summary>What the scheduler sees of a pod. Pods that it cannot tell apart share one instance, made by the catalog.</summary>
public sealed class PodShape
{
    internal PodShape()
    {
    }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The labels that some selector of the cluster reads.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>The specification.</summary>
    public required PodSpec Spec { get; init; }

    /// <summary>What the pod requests.</summary>
    public required PodRequests Requests { get; init; }

    /// <summary>The priority, resolved through its class; default 0.</summary>
    public required int Priority { get; init; }

    /// <summary>The node that the template names, bypassing the scheduler; null for all but a few pods.</summary>
    public string? AssignedNode { get; init; }

    /// <summary>Why it cannot be told whether pods of this shape fit; empty when it can.</summary>
    public ImmutableArray<string> Unknowns { get; init; } = [];

    /// <summary>Why it cannot be told where pods of this shape land, though it can be told whether they fit; empty when it can.</summary>
    public ImmutableArray<string> Uncertainties { get; init; } = [];

    /// <summary>Whether a scheduling gate keeps the pod from being placed at all.</summary>
    public bool IsGated => Spec.IsGated;

    /// <summary>Whether the pod may preempt pods of lower priority, resolved through its class.</summary>
    public required bool MayPreempt { get; init; }

    /// <summary>The position in the catalog.</summary>
    internal int Id { get; set; }

    /// <summary>Node selector and required node affinity; all must match.</summary>
    internal ImmutableArray<NodeRule> NodeRules { get; init; } = [];

    /// <summary>Constraints of its own or by default.</summary>
    internal ImmutableArray<SpreadRule> SpreadRules { get; init; } = [];

    /// <summary>Whether nodes that lack a key of <see cref="SpreadRules"/> still take part in the score.</summary>
    internal bool SpreadToleratesMissingKeys { get; init; }

    internal ImmutableArray<PodTerm> RequiredAffinity { get; init; } = [];

    internal ImmutableArray<PodTerm> RequiredAntiAffinity { get; init; } = [];

    /// <summary>Preferred affinity with positive and anti-affinity with negative weights.</summary>
    internal ImmutableArray<WeightedTerm> PreferredTerms { get; init; } = [];

    internal ImmutableArray<HostPort> HostPorts { get; init; } = [];

    internal VolumeNeeds Volumes { get; init; } = VolumeNeeds.None;
}
