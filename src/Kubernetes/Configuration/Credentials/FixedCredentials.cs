namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>Credentials that stay what they are.</summary>
internal sealed class FixedCredentials(Credential credential) : CredentialSource
{
    /// <summary>No credentials at all.</summary>
    public static FixedCredentials None { get; } = new(new Credential(null, null));

    /// <inheritdoc/>
    public override ValueTask<Credential> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(credential);

    /// <inheritdoc/>
    public override bool Refuse(Credential refused) => false;
}
