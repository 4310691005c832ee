namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>A token in a file that somebody renews: the kubelet renews a service account's before its hour is over.</summary>
/// <param name="path">The file.</param>
/// <param name="certificate">A client certificate to show with the token; null for none.</param>
/// <param name="clock">Tells when to look again.</param>
/// <remarks>Source: kubernetes/client-go:transport/token_source.go (a minute; a file that cannot be read leaves the last good token in use).</remarks>
internal sealed class TokenFile(string path, Func<System.Security.Cryptography.X509Certificates.X509Certificate2Collection?> certificate, TimeProvider clock) : CredentialSource
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(60);
    private readonly Lock _lock = new();
    private Credential? _last;
    private DateTimeOffset _readAt;

    /// <inheritdoc/>
    public override ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_last is null || clock.GetUtcNow() - _readAt >= LookAgainAfter)
            {
                _last = Read() ?? _last;
                _readAt = clock.GetUtcNow();
            }

            return ValueTask.FromResult(_last ?? throw new ConfigurationException($"the token file {path} is empty"));
        }
    }

    /// <inheritdoc/>
    public override bool Refuse(Credential refused)
    {
        lock (_lock)
        {
            _readAt = DateTimeOffset.MinValue;
            return true;
        }
    }

    private Credential? Read()
    {
        try
        {
            var token = File.ReadAllText(path).Trim();
            return token.Length > 0 ? Credential.Bearer(token) with { Certificate = certificate() } : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return _last is null ? throw new ConfigurationException($"the token file {path} cannot be read: {error.Message}", error) : null;
        }
    }
}
