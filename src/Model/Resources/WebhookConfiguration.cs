using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>A validating or mutating admission webhook configuration.</summary>
public sealed record WebhookConfiguration : IResource
{
    /// <inheritdoc/>
    public string ApiVersion { get; init; } = "admissionregistration.k8s.io/v1";

    /// <inheritdoc/>
    public required string Kind { get; init; }

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Its webhooks.</summary>
    public ImmutableArray<AdmissionWebhook> Webhooks { get; init; } = [];
}
