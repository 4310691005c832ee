using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of Kubespray's drain that deletes pods.</summary>
internal sealed class DrainFallbackValidator : AbstractValidator<DrainFallbackDocument>
{
    public DrainFallbackValidator()
    {
        RuleFor(fallback => fallback.GracePeriodSeconds).MustBeGrace("gracePeriodSeconds");
        RuleFor(fallback => fallback.TimeoutSeconds).MustBeLimit("timeoutSeconds");
        RuleFor(fallback => fallback.Retries).MustBeRetries("retries");
        RuleFor(fallback => fallback.RetryDelaySeconds).MustBeSeconds("retryDelaySeconds");
    }
}
