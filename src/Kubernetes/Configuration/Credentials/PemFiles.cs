using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>Reads certificates and keys in PEM: RSA and elliptic curves, in PKCS#8, PKCS#1 or SEC 1.</summary>
internal static class PemFiles
{
    /// <summary>Reads the certificates of an authority.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="place">Where it was found, for messages.</param>
    /// <exception cref="ConfigurationException">There is no certificate in it.</exception>
    public static X509Certificate2Collection Authorities(string pem, string place)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(pem);
        }
        catch (CryptographicException error)
        {
            throw new ConfigurationException($"{place} holds a certificate that cannot be read: {error.Message}", error);
        }

        return found.Count > 0 ? found : throw new ConfigurationException($"{place} holds no certificate (-----BEGIN CERTIFICATE-----)");
    }

    /// <summary>Reads a client certificate with its key. The first of the collection is ours; those between it and its authority follow.</summary>
    /// <param name="certificate">The text of the certificate.</param>
    /// <param name="key">The text of the key.</param>
    /// <param name="place">Where they were found, for messages.</param>
    /// <exception cref="ConfigurationException">They cannot be read, or do not belong together.</exception>
    public static X509Certificate2Collection Client(string certificate, string key, string place)
    {
        var chain = Authorities(certificate, place);
        if (key.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            throw new ConfigurationException($"{place}: the key is encrypted, and nobody could be asked for its password; store it without one");
        }

        try
        {
            using var own = X509Certificate2.CreateFromPem(certificate, key);

            // Windows cannot use a key for TLS that exists in memory alone.
            chain[0] = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), password: null);
            return chain;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new ConfigurationException($"{place}: the certificate and its key cannot be used together: {error.Message}", error);
        }
    }

    /// <summary>Reads a file as text.</summary>
    /// <exception cref="ConfigurationException">It cannot be read.</exception>
    public static string Read(string path, string place)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{place} names {path}, which cannot be read: {Manifests.FileProblems.Describe(error)}", error);
        }
    }

    /// <summary>The text of a field that holds it in base64, or of the file that its sister names; the data win. Null when neither is there.</summary>
    public static string? TextOf(ConfigNode data, ConfigNode file) =>
        data.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : file.FilePath is { } path ? Read(path, file.Place) : null;
}
