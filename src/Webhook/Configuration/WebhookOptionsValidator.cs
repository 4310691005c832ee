using System.Net;
using FluentValidation;

namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>Judges the options of the server.</summary>
internal sealed class WebhookOptionsValidator : SettingValidator<WebhookOptions>
{
    /// <summary>Makes the validator.</summary>
    public WebhookOptionsValidator()
        : base(WebhookSettings.Table)
    {
        _ = RuleFor(options => options.ListenAddress).Must(address => address == "*" || IPAddress.TryParse(address, out _))
            .OverridePropertyName("--listen-address").WithMessage("'{PropertyValue}' is no IP address; * listens on all");
        _ = RuleFor(options => options.MetricsPort).Must((options, port) => port == 0 || port != options.AdmissionPort)
            .OverridePropertyName("--metrics-port").WithMessage("{PropertyValue} is the admission port as well; each needs a port of its own");
        _ = RuleFor(options => options.CertificateFile).NotEmpty()
            .OverridePropertyName("--certificate-file").WithMessage("is needed; the API server calls webhooks over TLS only");
        _ = RuleFor(options => options.KeyFile).NotEmpty().OverridePropertyName("--key-file").WithMessage("is needed; it belongs to the certificate");
    }
}
