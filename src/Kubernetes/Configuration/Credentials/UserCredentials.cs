using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>Chooses among the credentials of a user entry as kubectl does.</summary>
/// <remarks>Source: kubernetes/client-go:tools/clientcmd/client_config.go (getUserIdentificationPartialConfig) and validation.go.</remarks>
internal static class UserCredentials
{
    /// <summary>Makes the source of credentials.</summary>
    /// <param name="user">The user entry.</param>
    /// <param name="cluster">The cluster entry, which a plugin may ask for.</param>
    /// <param name="surroundings">What is around us.</param>
    /// <exception cref="ConfigurationException">They contradict each other, or cannot be read.</exception>
    public static CredentialSource Of(ConfigNode user, ConfigNode cluster, Surroundings surroundings)
    {
        if (user["exec"].Exists && user["auth-provider"].Exists)
        {
            throw user["exec"].Wrong("and auth-provider are both there; only one of them can be");
        }

        var certificate = CertificateOf(user);
        if (user["tokenFile"].FilePath is { } path)
        {
            return new TokenFile(path, () => certificate, surroundings.Clock);
        }

        if (user["token"].Text is { } token)
        {
            return new FixedCredentials(Credential.Bearer(token) with { Certificate = certificate });
        }

        if (ExecPlugin.Of(user["exec"], cluster, surroundings.IsInteractive) is { } plugin)
        {
            return new ExecCredentials(plugin, surroundings.Clock);
        }

        return new FixedCredentials(new(OldHeader(user), certificate));
    }

    private static AuthenticationHeaderValue? OldHeader(ConfigNode user)
    {
        if (user["username"].Text is { } name)
        {
            return new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{user["password"].Text}")));
        }

        var provider = user["auth-provider"];
        return !provider.Exists ? null
            : provider["config"]["id-token"].Text is { } idToken ? new("Bearer", idToken)
            : throw provider.Wrong($"'{provider["name"].Text}' is no longer supported; use the exec credential plugin of your provider");
    }

    private static X509Certificate2Collection? CertificateOf(ConfigNode user)
    {
        var certificate = PemFiles.TextOf(user["client-certificate-data"], user["client-certificate"]);
        var key = PemFiles.TextOf(user["client-key-data"], user["client-key"]);
        return (certificate, key) switch
        {
            (null, null) => null,
            ({ } c, { } k) => PemFiles.Client(c, k, user["client-certificate"].Exists ? user["client-certificate"].Place : user["client-certificate-data"].Place),
            (null, _) => throw user["client-certificate"].Wrong("is missing, but a client key is there"),
            (_, null) => throw user["client-key"].Wrong("is missing, but a client certificate is there"),
        };
    }
}
