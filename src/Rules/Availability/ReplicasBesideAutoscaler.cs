using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Mentions a manifest that writes the number which an autoscaler owns.</summary>
internal sealed class ReplicasBesideAutoscaler : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "replicas-beside-autoscaler",
        Category = RuleCategory.Availability,
        Severity = Severity.Low,
        IsOptIn = true,
        Summary = "Manifest writes the replicas that an autoscaler owns",
        Why = """
            Each time the manifest is applied it undoes what the autoscaler decided, perhaps down to one replica in the middle of a window.
            The rule is off unless a policy enables it: server-side apply with another owner of the field, and release tools that leave it
            out, are fine.
            """,
        Fix = "Leave spec.replicas out of the manifest.",
        Sources =
        [
            new(
                "Migrating to horizontal autoscaling",
                "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling"),
        ],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        if (WorkloadScale.Of(subject, context.Around(subject)) is not { Autoscaler: { } autoscaler } || subject.SpecReplicas is not { } written)
        {
            return RuleOutcome.NotApplicable;
        }

        // The API fills the field in, and who wrote it last stands in managedFields, which are not read.
        if (subject.Metadata.CreatedAt is not null)
        {
            return RuleOutcome.NotEvaluated("whether the manifest of a running workload writes spec.replicas is unknown");
        }

        return autoscaler.Floor == written && autoscaler.Ceiling == written
            ? RuleOutcome.Passed
            : RuleOutcome.Found(new RuleHit
            {
                Field = "spec.replicas",
                Message = $"writes {written} replicas, which {autoscaler.Reference} sets to between {autoscaler.Floor} and {autoscaler.Ceiling?.ToString() ?? "its maximum"}",
                Evidence = [new("replicas", $"{written}"), new("floor", $"{autoscaler.Floor}"), new("autoscaler", $"{autoscaler.Reference}")],
            });
    }
}
