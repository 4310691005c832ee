using System.Security.Cryptography.X509Certificates;
using RiskAnalyzer.Kubernetes.Configuration.Credentials;

namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>Finds the cluster to connect to as kubectl does: by the options, by kubeconfig files, or by the pod we run in.</summary>
public static class EndpointResolver
{
    /// <summary>Finds it.</summary>
    /// <exception cref="ConfigurationException">There is none, or what describes it is wrong.</exception>
    public static ClusterEndpoint Resolve(ConnectionOptions options, Surroundings surroundings)
    {
        var config = KubeConfigLoader.Load(options.Kubeconfig, surroundings);
        if (config is { Contexts.Count: 0, Clusters.Count: 0 } && options.Kubeconfig is null && InCluster.IsHere(surroundings))
        {
            config = null;
        }

        var endpoint = config is not null ? FromFiles(config, options, surroundings)
            : InCluster.IsHere(surroundings) ? InCluster.Endpoint(surroundings)
            : options.Server is not null ? FromFiles(KubeConfigFile.Merge([]), options, surroundings)
            : throw new ConfigurationException("there is no cluster to read: no kubeconfig (KUBECONFIG or ~/.kube/config), and this is no pod; name files, or give --kubeconfig");
        return endpoint with
        {
            RequestTimeout = options.RequestTimeout,
            UserAgent = options.UserAgent,
            Impersonation = options.As is { } name ? new() { User = name, Groups = options.AsGroups } : endpoint.Impersonation,
        };
    }

    private static ClusterEndpoint FromFiles(KubeConfigFile config, ConnectionOptions options, Surroundings surroundings)
    {
        var name = options.Context ?? config.CurrentContext;
        var context = name is not null ? Find(config.Contexts, name, options.Context is null ? "current-context" : "--context", "context")
            : options.Server is not null || options.Cluster is not null ? Nothing
            : throw new ConfigurationException($"no kubeconfig says which context is current; name one with --context{Known(config.Contexts)}");
        var cluster = Entry(config.Clusters, options.Cluster, "--cluster", context["cluster"], "cluster");
        var user = Entry(config.Users, options.User, "--user", context["user"], "user");
        var server = ServerOf(cluster, options);
        var isSecure = server.Scheme == Uri.UriSchemeHttps;
        return new()
        {
            Name = name is null ? server.ToString() : $"context {name}",
            Server = server,
            Namespace = context["namespace"].Text,
            Authorities = AuthoritiesOf(cluster),
            TlsServerName = cluster["tls-server-name"].Text,
            SkipsTlsVerification = cluster["insecure-skip-tls-verify"].IsTrue,
            Proxy = Proxies.Of(cluster["proxy-url"]) ?? Proxies.OfEnvironment(surroundings),
            AllowsCompression = !cluster["disable-compression"].IsTrue,
            Credentials = !isSecure ? FixedCredentials.None
                : options.Token is { } token ? new FixedCredentials(Credential.Bearer(token))
                : UserCredentials.Of(user, cluster, surroundings),
            Impersonation = Impersonation.Of(user),
        };
    }

    private static ConfigNode Nothing { get; } = new("", "", null);

    private static ConfigNode Entry(IReadOnlyDictionary<string, ConfigNode> entries, string? option, string optionName, ConfigNode inContext, string kind) =>
        option is not null ? Find(entries, option, optionName, kind)
        : inContext.Text is { } name ? Find(entries, name, inContext.Place, kind)
        : Nothing;

    private static ConfigNode Find(IReadOnlyDictionary<string, ConfigNode> entries, string name, string asked, string kind) =>
        entries.TryGetValue(name, out var found) ? found
            : throw new ConfigurationException($"{asked}: there is no {kind} '{name}' in the kubeconfig{Model.Primitives.Nearest.Hint(name, [.. entries.Keys])}{Known(entries)}");

    private static string Known(IReadOnlyDictionary<string, ConfigNode> entries) =>
        entries.Count == 0 ? "" : $"; known are {string.Join(", ", entries.Keys.Order(StringComparer.Ordinal))}";

    private static Uri ServerOf(ConfigNode cluster, ConnectionOptions options)
    {
        var text = options.Server ?? cluster["server"].Text ?? throw cluster["server"].Wrong("is missing");
        var full = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return Uri.TryCreate(full.TrimEnd('/') + "/", UriKind.Absolute, out var server) && server.Scheme is "https" or "http" ? server
            : throw (options.Server is null ? cluster["server"].Wrong($"must be an address such as https://host:6443, but is '{text}'")
                : new ConfigurationException($"--server must be an address such as https://host:6443, but is '{text}'"));
    }

    private static Func<X509Certificate2Collection>? AuthoritiesOf(ConfigNode cluster)
    {
        var (data, file) = (cluster["certificate-authority-data"], cluster["certificate-authority"]);
        if (PemFiles.TextOf(data, file) is not { } pem)
        {
            return null;
        }

        if (cluster["insecure-skip-tls-verify"].IsTrue)
        {
            throw cluster["insecure-skip-tls-verify"].Wrong("is true, and a certificate authority is there too; leave one of them out");
        }

        var authorities = PemFiles.Authorities(pem, data.Exists ? data.Place : file.Place);
        return () => authorities;
    }
}
