using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Availability;

/// <summary>Reports a Deployment behind a Service whose updates stop all pods first.</summary>
internal sealed class RecreateBehindService : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "recreate-behind-service",
        Category = RuleCategory.Availability,
        Severity = Severity.Low,
        Summary = "Deployment behind a Service stops all its pods on every update",
        Why = """
            With the strategy Recreate an update stops every pod before it starts new ones. A drain does not use the strategy, but updates
            that come with maintenance do.
            """,
        Fix = "Use the strategy RollingUpdate. Keep Recreate for a volume that only one node or pod may use.",
        Sources = [new("Deployment strategy", "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy")],
        Needs = ResourceKinds.Services,
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        if (subject is not { Type: WorkloadKind.Deployment, UpdateStrategy: "Recreate" } || WorkloadScale.Of(subject, around) is not { Ceiling: > 0 })
        {
            return RuleOutcome.NotApplicable;
        }

        var services = around.Services.Where(service => service.Selects(subject.Template.Labels)).Select(service => service.Metadata.Name).ToArray();
        var volumes = ExclusiveVolumes.Of(subject, around);
        if (services.Length == 0 || volumes.Shared.Count > 0)
        {
            return RuleOutcome.Passed;
        }

        return volumes.Unread.Count > 0
            ? RuleOutcome.NotEvaluated($"claim {volumes.Unread[0]} was not read; it may need Recreate")
            : RuleOutcome.Found(new RuleHit
            {
                Field = "spec.strategy.type",
                Message = $"Recreate stops all pods behind Service {string.Join(", ", services)} on every update",
                Evidence = [new("strategy", "Recreate"), new("services", string.Join(", ", services))],
            });
    }
}
