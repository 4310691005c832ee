using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>What Cluster API does with pods of one class.</summary>
/// <param name="Behavior">Whether it evicts them.</param>
/// <param name="Order">When it does; those that are waited for have 0.</param>
/// <param name="Because">The label or rule that says so.</param>
internal sealed record ClusterApiVerdict(DrainBehavior Behavior, int Order, string Because)
{
    /// <summary>What is done without any label or rule.</summary>
    public static ClusterApiVerdict Default { get; } = new(DrainBehavior.Drain, 0, "default");
}
