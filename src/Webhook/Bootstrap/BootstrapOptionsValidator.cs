using FluentValidation;
using RiskAnalyzer.Webhook.Configuration;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>Judges the options of <c>bootstrap-certificate</c>.</summary>
internal sealed class BootstrapOptionsValidator : SettingValidator<BootstrapOptions>
{
    /// <summary>Makes the validator.</summary>
    public BootstrapOptionsValidator()
        : base(BootstrapSettings.Table)
    {
        _ = RuleFor(options => options.RenewBeforeDays).LessThan(options => options.ValidDays)
            .OverridePropertyName("--renew-before-days").WithMessage(options => $"{options.RenewBeforeDays} days are no less than the {options.ValidDays} that it is good for");
        _ = RuleFor(options => options.Service).NotEmpty().OverridePropertyName("--service").WithMessage("is needed");
        _ = RuleFor(options => options.Secret).NotEmpty().OverridePropertyName("--secret").WithMessage("is needed");
        _ = RuleFor(options => options.WebhookConfiguration).NotEmpty().OverridePropertyName("--webhook-configuration").WithMessage("is needed");
        _ = RuleFor(options => options.Server).Must(server => server.Length == 0 || IsAddress(server))
            .OverridePropertyName("--server").WithMessage("'{PropertyValue}' is no https address");
    }

    private static bool IsAddress(string server) => Uri.TryCreate(server, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
