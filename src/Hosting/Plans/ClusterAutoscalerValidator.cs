using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of the cluster-autoscaler.</summary>
internal sealed class ClusterAutoscalerValidator : AbstractValidator<ClusterAutoscalerDocument>
{
    public ClusterAutoscalerValidator()
    {
        RuleFor(autoscaler => autoscaler.MaxPodEvictionSeconds).MustBeSeconds("maxPodEvictionSeconds");
        RuleFor(autoscaler => autoscaler.MaxGracefulTerminationSeconds).MustBeSeconds("maxGracefulTerminationSeconds");
    }
}
