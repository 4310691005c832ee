using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Reports workloads whose replacement pod does not fit into a quota beside the one that ends.</summary>
/// <remarks>Quotas with scopes are left out: which pods they count is not judged here.</remarks>
internal sealed class QuotaStopsReplacement : Rule<Workload>
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "quota-stops-replacement",
        Category = RuleCategory.Capacity,
        Severity = Severity.Medium,
        NeedsCluster = true,
        Needs = ResourceKinds.ResourceQuotas,
        Summary = "A quota has no room for a replacement beside the pod that ends",
        Why = """
            A pod that ends counts against the quota until it is gone. With a full quota its replacement is refused until
            then, so that every eviction costs the whole termination plus the whole start, one after the other.
            """,
        Fix = "Raise the quota by one replica of the largest workload.",
        Sources = [new("Resource quotas", "https://kubernetes.io/docs/concepts/policy/resource-quotas/")],
    };

    /// <inheritdoc/>
    public override RuleOutcome Check(Workload workload, RuleContext context)
    {
        // A StatefulSet replaces a pod only when it is gone, so it needs no room beside it.
        if (workload.Type is not (WorkloadKind.Deployment or WorkloadKind.ReplicaSet or WorkloadKind.ReplicationController) || workload.Replicas == 0)
        {
            return RuleOutcome.NotApplicable;
        }

        if (context.Around(workload).Quotas.IsEmpty)
        {
            return RuleOutcome.Passed;
        }

        var needs = Needs(workload.Template.Spec);
        return RuleOutcome.Found([
            .. context.Around(workload).Quotas.Where(quota => !quota.IsScoped && quota.Used is not null)
                .SelectMany(quota => quota.Hard.Pairs.Select(hard => Judge(quota, hard.Key, hard.Value, needs))).OfType<RuleHit>(),
        ]);
    }

    private static RuleHit? Judge(ResourceQuota quota, string resource, long hard, ResourceAmounts needs)
    {
        if (needs.Find(resource) is not ({ } need and > 0) || quota.Used![resource] is var used && used + need <= hard)
        {
            return null;
        }

        var unit = resource[(resource.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var (has, takes, bound) = (AmountText.Of(unit, quota.Used[resource]), AmountText.Of(unit, need), AmountText.Of(unit, hard));
        return new()
        {
            Field = "spec.replicas",
            Message = $"needs {takes} {resource} for one more pod, and ResourceQuota {quota.Name} has {has} of {bound} in use",
            Evidence = [new("quota", quota.Name), new("resource", resource), new("needs", takes), new("used", has), new("hard", bound)],
        };
    }

    private static ResourceAmounts Needs(PodSpec spec)
    {
        var requests = PodRequests.OfIncoming(spec).Plain;
        var limits = PodRequests.OfIncoming(WithLimitsAsRequests(spec)).Plain;
        return ResourceAmounts.Of(
            requests.Pairs.Concat(requests.Pairs.Select(pair => KeyValuePair.Create($"requests.{pair.Key}", pair.Value)))
                .Concat(limits.Pairs.Select(pair => KeyValuePair.Create($"limits.{pair.Key}", pair.Value)))
                .Append(KeyValuePair.Create(ResourceAmounts.Pods, 1L)).Append(KeyValuePair.Create("count/pods", 1L)));
    }

    // Limits add up over containers as requests do.
    private static PodSpec WithLimitsAsRequests(PodSpec spec) => spec with
    {
        Containers = [.. spec.Containers.Select(container => container with { Requests = container.Limits })],
        InitContainers = [.. spec.InitContainers.Select(container => container with { Requests = container.Limits })],
        PodLevelRequests = spec.PodLevelLimits,
    };
}
