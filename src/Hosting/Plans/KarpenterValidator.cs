using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of Karpenter.</summary>
internal sealed class KarpenterValidator : AbstractValidator<KarpenterDocument>
{
    public KarpenterValidator()
    {
        RuleFor(karpenter => karpenter.TerminationGracePeriodSeconds).MustBeSeconds("terminationGracePeriodSeconds");
        RuleFor(karpenter => karpenter.InstanceTerminationSeconds).MustBeSeconds("instanceTerminationSeconds");
    }
}
