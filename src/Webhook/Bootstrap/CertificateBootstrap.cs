using System.Net;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Webhook.Bootstrap;

/// <summary>
/// Sees to it that the Secret holds a good certificate and that the API server trusts it. May run at any time and as often as one likes. A new
/// authority is trusted before its certificate is served, and the old one for as long as some replica may still serve the old certificate.
/// </summary>
internal sealed class CertificateBootstrap(InstallationApi api, BootstrapOptions options, TimeProvider clock, TextWriter output)
{
    private const int MostTries = 5;

    // The kubelet takes a minute or two to write a changed Secret into a pod, which then looks every few seconds.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private string SecretsPath => $"api/v1/namespaces/{Uri.EscapeDataString(options.Namespace)}/secrets";

    private string SecretPath => $"{SecretsPath}/{Uri.EscapeDataString(options.Secret)}";

    private string ConfigurationPath =>
        $"apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/{Uri.EscapeDataString(options.WebhookConfiguration)}";

    private string[] Names =>
    [
        $"{options.Service}.{options.Namespace}.svc", options.Service, $"{options.Service}.{options.Namespace}",
        $"{options.Service}.{options.Namespace}.svc.cluster.local",
    ];

    /// <summary>Does it.</summary>
    /// <exception cref="BootstrapException">The API server refuses, or somebody else keeps changing the same objects.</exception>
    /// <exception cref="HttpRequestException">The API server cannot be reached.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TryAsync(cancellationToken))
            {
                return;
            }
        }

        throw new BootstrapException($"{options.Secret} or {options.WebhookConfiguration} kept changing meanwhile; {MostTries} tries were made");
    }

    // False after a change, and when somebody else was faster: what counts is that everything is found good.
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var read = await api.GetAsync(SecretPath, cancellationToken);
        var exists = read.Status != HttpStatusCode.NotFound;
        var secret = exists ? Expect(read, $"read Secret {options.Namespace}/{options.Secret}") : CertificateSecret.Empty(options.Secret, options.Namespace);
        var (identity, now) = (CertificateSecret.Read(secret), clock.GetUtcNow());
        if (identity.ProblemWith(Names, now, TimeSpan.FromDays(options.RenewBeforeDays)) is not { } problem)
        {
            var isSettled = identity.MadeAt + Overlap < now;
            output.WriteLine($"the certificate in {options.Secret} is good");
            return await TrustAsync(trusted => CaBundle.With(isSettled ? "" : trusted, identity.Authority, now), cancellationToken);
        }

        output.WriteLine($"the certificate in {options.Secret} is replaced: {problem}");
        var next = ServingIdentity.Create(Names, now, TimeSpan.FromDays(options.ValidDays));
        if (await TrustAsync(trusted => CaBundle.With(trusted, next.Authority, now), cancellationToken))
        {
            await WriteAsync(exists, CertificateSecret.With(secret, next), cancellationToken);
        }

        return false;
    }

    private async Task<bool> TrustAsync(Func<string, string> bundleOf, CancellationToken cancellationToken)
    {
        var what = $"ValidatingWebhookConfiguration {options.WebhookConfiguration}";
        var configuration = Expect(await api.GetAsync(ConfigurationPath, cancellationToken), $"read {what}");
        if (WebhookConfigurationPatch.Of(configuration, bundleOf) is not { } patch)
        {
            return true;
        }

        return IsDone(await api.PatchAsync(ConfigurationPath, patch, cancellationToken), $"patch the caBundle of {what}");
    }

    private async Task WriteAsync(bool exists, JsonObject secret, CancellationToken cancellationToken) => _ = exists
        ? IsDone(await api.ReplaceAsync(SecretPath, secret, cancellationToken), $"update Secret {options.Namespace}/{options.Secret}")
        : IsDone(await api.CreateAsync(SecretsPath, secret, cancellationToken), $"create Secret {options.Namespace}/{options.Secret}");

    private bool IsDone(ApiAnswer answer, string what)
    {
        if (answer.Status == HttpStatusCode.Conflict)
        {
            return false;
        }

        _ = Expect(answer, what);
        output.WriteLine($"done: {what}");
        return true;
    }

    private static JsonObject Expect(ApiAnswer answer, string what) =>
        answer.IsGood && answer.Body is { } body ? body : throw new BootstrapException($"cannot {what}: {answer.Reason}");
}
