using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>How many pods a workload is to have.</summary>
internal static class DesiredReplicas
{
    /// <summary>The number of replicas, which an autoscaler decides where there is one; 0 for kinds that keep none.</summary>
    public static int Of(PodDefinition pods, RuleContext context) => pods.Workload switch
    {
        { Type: WorkloadKind.Custom } => pods.LivePods(context).Count(),
        { HasReplicas: true } workload when context.Around(workload).AutoscalerOf(workload) is { } autoscaler =>
            Math.Max(autoscaler.Floor, Math.Max(autoscaler.CurrentReplicas ?? 0, workload.SpecReplicas ?? 0)),
        { HasReplicas: true } workload => workload.Replicas,
        _ => 0,
    };
}
