using System.Security.Cryptography;
using System.Text;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>
/// The certificate of the admission endpoint. A pair that cannot be served is reported once, and the last good one stays until it is
/// replaced, even beyond its end: the API server then says so itself.
/// </summary>
internal sealed class ServingCertificate(string certificateFile, string keyFile, TimeProvider clock, ServingMetrics metrics, ILogger<ServingCertificate> log)
    : IReloadable
{
    private volatile CertificatePair? _current;
    private string _seen = "";

    /// <summary>What is served; null until there is a good pair.</summary>
    public CertificatePair? Current => _current;

    /// <summary>What is wrong with the files as they are now; null when they are served.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public void Check()
    {
        var (pair, problem, fingerprint) = Read();
        if (fingerprint == _seen)
        {
            return;
        }

        _seen = fingerprint;
        Problem = problem;
        if (pair is null)
        {
            Log.CertificateRejected(log, certificateFile, problem!);
            metrics.CertificateRejected();
            return;
        }

        _current = pair;
        metrics.CertificateLoaded();
        Log.CertificateLoaded(log, certificateFile, pair.NotAfter);
    }

    // The fingerprint is that of the files, or of the reason why they cannot be read, so that nothing is reported twice.
    private (CertificatePair? Pair, string? Problem, string Fingerprint) Read()
    {
        try
        {
            var (certificate, key) = ReadTogether();
            var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(certificate + key)));
            if (fingerprint == _seen)
            {
                return (null, null, fingerprint);
            }

            var (pair, problem) = CertificatePair.Read(certificate, key, clock.GetUtcNow());
            return (pair, problem, fingerprint);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, error.Message, error.Message);
        }
    }

    // A swap between the two readings would mix an old certificate with a new key.
    private (string Certificate, string Key) ReadTogether()
    {
        var certificate = File.ReadAllText(certificateFile);
        var key = File.ReadAllText(keyFile);
        var again = File.ReadAllText(certificateFile);
        return again == certificate ? (certificate, key) : (again, File.ReadAllText(keyFile));
    }
}
