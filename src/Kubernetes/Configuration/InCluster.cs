using RiskAnalyzer.Kubernetes.Configuration.Credentials;

namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>The cluster in which we run as a pod.</summary>
/// <remarks>Source: kubernetes/client-go:rest/config.go (InClusterConfig).</remarks>
internal static class InCluster
{
    /// <summary>Whether we run in a pod.</summary>
    public static bool IsHere(Surroundings surroundings) => surroundings.Variable("KUBERNETES_SERVICE_HOST") is { Length: > 0 };

    /// <summary>The API server as a pod's service account reaches it.</summary>
    /// <exception cref="ConfigurationException">The account is not mounted.</exception>
    public static ClusterEndpoint Endpoint(Surroundings surroundings)
    {
        var folder = surroundings.ServiceAccountFolder;
        var (token, authority, space) = (Path.Combine(folder, "token"), Path.Combine(folder, "ca.crt"), Path.Combine(folder, "namespace"));
        if (!File.Exists(token))
        {
            throw new ConfigurationException(
                $"we run in a pod, but {token} is not there: is automountServiceAccountToken false? Allow it, or give a kubeconfig");
        }

        var host = surroundings.Variable("KUBERNETES_SERVICE_HOST")!;
        var address = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        return new()
        {
            Name = "in-cluster",
            Server = new($"https://{address}:{surroundings.Variable("KUBERNETES_SERVICE_PORT") ?? "443"}/"),
            Namespace = surroundings.Variable("POD_NAMESPACE") is { Length: > 0 } own ? own : File.Exists(space) ? File.ReadAllText(space).Trim() : null,

            Proxy = Proxies.OfEnvironment(surroundings),

            // Authorities are replaced now and then; each new connection looks again.
            Authorities = () => PemFiles.Authorities(PemFiles.Read(authority, "the service account"), authority),
            Credentials = new TokenFile(token, () => null, surroundings.Clock),
        };
    }
}
