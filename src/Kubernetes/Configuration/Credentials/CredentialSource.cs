namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>Tells the server who we are. What it gives may change while we work.</summary>
internal abstract class CredentialSource
{
    /// <summary>What is to be shown now, read or fetched if need be.</summary>
    /// <exception cref="ConfigurationException">It cannot be had.</exception>
    public abstract ValueTask<Credential> GetAsync(CancellationToken cancellationToken);

    /// <summary>The server refused what it was shown; whether there may be something newer.</summary>
    public abstract bool Refuse(Credential refused);
}
