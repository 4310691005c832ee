using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A Service.</summary>
public sealed record Service : IResource
{
    /// <inheritdoc/>
    public string ApiVersion => "v1";

    /// <inheritdoc/>
    public string Kind => "Service";

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>The pods behind it; empty when it has no selector, and then it selects none.</summary>
    public LabelSet Selector { get; init; } = LabelSet.Empty;

    /// <summary>The ports of the pods that traffic goes to, each a number or the name of a container's port; the Service's own port where none is written.</summary>
    public ImmutableArray<string> TargetPorts { get; init; } = [];

    /// <summary>Whether pods with these labels stand behind the Service.</summary>
    public bool Selects(LabelSet labels) => Selector.Count > 0 && Selector.All(pair => labels.Find(pair.Key) == pair.Value);
}
