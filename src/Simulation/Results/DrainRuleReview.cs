using RiskAnalyzer.Simulation.Placement.Shapes;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.Simulation.Preparation;

namespace RiskAnalyzer.Simulation.Results;

/// <summary>Says which drain rules could not be applied, because the labels of namespaces are not known.</summary>
internal static class DrainRuleReview
{
    public static IEnumerable<string> Unknowns(SimulationInput input, MaintenancePlan plan)
    {
        if (plan.Profile != OrchestratorProfile.ClusterApi)
        {
            yield break;
        }

        foreach (var rule in plan.ClusterApi.DrainRules.Where(rule => !NamespaceLabels.UsesNameOnly(rule.Namespaces)))
        {
            string[] unknown = [.. input.Snapshot.Namespaces.Values.Where(contents => contents.Object is null && !contents.Pods.IsEmpty).Select(contents => contents.Name)];
            if (unknown.Length > 0)
            {
                yield return $"whether drain rule {rule.Name} is about pods of {string.Join(", ", unknown)}: the labels of these namespaces are not in the snapshot";
            }
        }
    }
}
