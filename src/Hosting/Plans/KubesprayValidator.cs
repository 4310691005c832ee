using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of Kubespray.</summary>
internal sealed class KubesprayValidator : AbstractValidator<KubesprayDocument>
{
    public KubesprayValidator()
    {
        RuleFor(kubespray => kubespray.DrainRetries).MustBeRetries("drainRetries");
        RuleFor(kubespray => kubespray.DrainRetryDelaySeconds).MustBeSeconds("drainRetryDelaySeconds");
        _ = RuleFor(kubespray => kubespray.DrainFallback!).SetValidator(new DrainFallbackValidator()).OverridePropertyName("drainFallback");
        RuleFor(kubespray => kubespray.UpgradeNodePauseSeconds).MustBeSeconds("upgradeNodePauseSeconds");
        RuleFor(kubespray => kubespray.UpgradeNodePostUpgradePauseSeconds).MustBeSeconds("upgradeNodePostUpgradePauseSeconds");
    }
}
