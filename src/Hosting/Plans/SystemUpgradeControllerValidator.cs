using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of the system-upgrade-controller.</summary>
internal sealed class SystemUpgradeControllerValidator : AbstractValidator<SystemUpgradeControllerDocument>
{
    public SystemUpgradeControllerValidator()
    {
        RuleFor(controller => controller.JobActiveDeadlineSeconds).MustBeLimit("jobActiveDeadlineSeconds");
        RuleFor(controller => controller.JobBackoffLimit).MustBeRetries("jobBackoffLimit");
        RuleFor(controller => controller.PostCompleteDelaySeconds).MustBeSeconds("postCompleteDelaySeconds");
    }
}
