using System.Net;
using System.Security.Cryptography.X509Certificates;
using RiskAnalyzer.Kubernetes.Configuration.Credentials;

namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>Where an API server is, and how to speak to it.</summary>
public sealed record ClusterEndpoint
{
    /// <summary>How reports and messages call it: the context, or that it is the cluster we run in.</summary>
    public required string Name { get; init; }

    /// <summary>The address, which may have a path of its own.</summary>
    public required Uri Server { get; init; }

    /// <summary>The address and the name, for messages.</summary>
    public string Place => Name == Server.ToString() ? Name : $"{Server} ({Name})";

    /// <summary>The namespace of the context, or of the pod; null when none is said.</summary>
    public string? Namespace { get; init; }

    /// <summary>How long the server may take to begin an answer, or to go on with one.</summary>
    public TimeSpan RequestTimeout { get; init; }

    /// <summary>The name and version of the program.</summary>
    public string UserAgent { get; init; } = "riskanalyzer";

    /// <summary>The authorities that may have signed the server's certificate; null for those of the system.</summary>
    internal Func<X509Certificate2Collection>? Authorities { get; init; }

    /// <summary>The name that the certificate must have; null for the address's.</summary>
    internal string? TlsServerName { get; init; }

    /// <summary>Whether any certificate will do.</summary>
    internal bool SkipsTlsVerification { get; init; }

    /// <summary>The proxy, which may spare this server.</summary>
    internal IWebProxy Proxy { get; init; } = HttpClient.DefaultProxy;

    /// <summary>Whether answers may be compressed.</summary>
    internal bool AllowsCompression { get; init; } = true;

    /// <summary>Who we are.</summary>
    internal CredentialSource Credentials { get; init; } = FixedCredentials.None;

    /// <summary>Whom we act as; null for ourselves.</summary>
    internal Impersonation? Impersonation { get; init; }
}
