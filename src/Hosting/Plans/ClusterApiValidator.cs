using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of Cluster API.</summary>
internal sealed class ClusterApiValidator : AbstractValidator<ClusterApiDocument>
{
    public ClusterApiValidator()
    {
        RuleFor(clusterApi => clusterApi.MachineDeletionSeconds).MustBeSeconds("machineDeletionSeconds");
        RuleFor(clusterApi => clusterApi.NodeVolumeDetachTimeoutSeconds).MustBeLimit("nodeVolumeDetachTimeoutSeconds");
        _ = RuleForEach(clusterApi => clusterApi.DrainRules).SetValidator(new DrainRuleValidator()).OverridePropertyName("drainRules");
        _ = RuleForEach(clusterApi => clusterApi.DrainRules)
            .Must((clusterApi, rule) => rule.Name is null || clusterApi.DrainRules!.Count(other => other.Name == rule.Name) == 1).OverridePropertyName("drainRules")
            .WithMessage((_, rule) => $"has the name '{rule.Name}' of another rule; the first by name decides, so each needs one of its own");
    }
}
