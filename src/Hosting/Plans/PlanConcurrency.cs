using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Nodes at a time, as a number or a percentage.</summary>
internal static class PlanConcurrency
{
    private const int WholePercent = 100;

    /// <summary>Reads the text; null unless it is a number from 1 or a percentage from 1 to 100.</summary>
    public static IntOrPercent? Parse(string text) =>
        IntOrPercent.TryParse(text) is { Value: >= 1 } value && (!value.IsPercent || value.Value <= WholePercent) ? value : null;

    /// <summary>The number of nodes. A percentage is at least one; it is truncated, as Ansible's <c>serial</c> does it, unless the orchestrator rounds up.</summary>
    public static int Resolve(IntOrPercent value, int nodes, bool roundsUp) => Math.Max(1, roundsUp ? value.ResolveUp(nodes) : value.ResolveDown(nodes));
}
