namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>Credentials that a program fetches. It is run when there are none yet, when they run out, and when the server refused them.</summary>
internal sealed class ExecCredentials(ExecPlugin plugin, TimeProvider clock) : CredentialSource, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private ExecAnswer? _last;

    /// <inheritdoc/>
    public override async ValueTask<Credential> GetAsync(CancellationToken cancellationToken)
    {
        // Requests that come in meanwhile wait for the same run: it may ask a person, or open a browser.
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || last.ExpiresAt <= clock.GetUtcNow())
            {
                _last = ExecAnswer.Read(plugin, await ExecRun.RunAsync(plugin, cancellationToken));
            }

            return _last.Credential;
        }
        finally
        {
            _ = _one.Release();
        }
    }

    /// <inheritdoc/>
    public override bool Refuse(Credential refused)
    {
        var last = _last;
        if (ReferenceEquals(last?.Credential, refused))
        {
            _ = Interlocked.CompareExchange(ref _last, null, last);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
