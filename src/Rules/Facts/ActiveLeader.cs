using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Facts;

/// <summary>Tells controllers, of which one instance works at a time, from programs that serve.</summary>
internal static class ActiveLeader
{
    // What kubebuilder and the Operator Lifecycle Manager put on the pods of a controller manager.
    private static readonly string[] Labels = ["control-plane", "olm.owner"];

    /// <summary>The label that shows a controller whose work can wait; null when there is none, or when it also serves admission.</summary>
    public static string? LabelOf(Workload workload, RuleContext context)
    {
        var labels = workload.Template.Labels;
        return Array.Find(Labels, labels.ContainsKey) is { } key && !ServesAdmission(workload, context) ? $"{key}={labels[key]}" : null;
    }

    // While a webhook that fails closed is away, other objects cannot be created: that cannot wait.
    private static bool ServesAdmission(Workload workload, RuleContext context)
    {
        var services = context.Around(workload).Services.Where(service => service.Selects(workload.Template.Labels))
            .Select(service => service.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        return services.Count > 0 && context.Cluster.WebhookConfigurations.SelectMany(configuration => configuration.Webhooks).Any(webhook =>
            webhook.FailsClosed && webhook.ServiceNamespace == workload.Metadata.Namespace && services.Contains(webhook.ServiceName ?? ""));
    }
}
