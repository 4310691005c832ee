using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of Cluster API.</summary>
internal sealed class ClusterApiValidator : AbstractValidator<ClusterApiDocument>
{
    public ClusterApiValidator() => RuleFor(clusterApi => clusterApi.MachineDeletionSeconds).MustBeSeconds("machineDeletionSeconds");
}
