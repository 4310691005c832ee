using FluentValidation;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges what a plan says of kured.</summary>
internal sealed class KuredValidator : AbstractValidator<KuredDocument>
{
    public KuredValidator()
    {
        RuleFor(kured => kured.PeriodSeconds).MustBeAtLeast("periodSeconds", 1, "seconds from 1");
        RuleFor(kured => kured.LockReleaseDelaySeconds).MustBeSeconds("lockReleaseDelaySeconds");
        RuleFor(kured => kured.DrainDelaySeconds).MustBeSeconds("drainDelaySeconds");
        RuleFor(kured => kured.RebootDelaySeconds).MustBeSeconds("rebootDelaySeconds");
    }
}
