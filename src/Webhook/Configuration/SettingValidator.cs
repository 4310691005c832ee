using FluentValidation;

namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>Judges options as a whole. Every failure carries the name of its flag.</summary>
/// <typeparam name="T">The options.</typeparam>
internal abstract class SettingValidator<T> : AbstractValidator<T>
    where T : class, new()
{
    /// <summary>Makes a validator that knows the ranges of the declarations.</summary>
    protected SettingValidator(SettingTable<T> settings)
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        foreach (var range in settings.Ranges)
        {
            _ = RuleFor(options => range.Get(options)).InclusiveBetween(range.Least, range.Most)
                .OverridePropertyName("--" + range.Name).WithMessage($"{{PropertyValue}} is out of range; it takes {range}");
        }
    }
}
