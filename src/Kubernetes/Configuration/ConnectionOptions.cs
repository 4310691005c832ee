namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>What the user says of the cluster to connect to; everything else comes from kubeconfig files, or from the pod that we run in.</summary>
public sealed record ConnectionOptions
{
    /// <summary>The only kubeconfig to read; null for those that <c>KUBECONFIG</c> names, or the one in the home folder.</summary>
    public string? Kubeconfig { get; init; }

    /// <summary>The context; null for the current one.</summary>
    public string? Context { get; init; }

    /// <summary>The cluster entry to use before the context's.</summary>
    public string? Cluster { get; init; }

    /// <summary>The user entry to use before the context's.</summary>
    public string? User { get; init; }

    /// <summary>The server's address, before the cluster entry's.</summary>
    public string? Server { get; init; }

    /// <summary>A bearer token, before the user entry's credentials.</summary>
    public string? Token { get; init; }

    /// <summary>The user to act as; null for oneself.</summary>
    public string? As { get; init; }

    /// <summary>The groups to act as, for <see cref="As"/>.</summary>
    public IReadOnlyList<string> AsGroups { get; init; } = [];

    /// <summary>How long the server may take to begin an answer, or to go on with one.</summary>
    /// <value>Above zero; one minute, the time after which the API server itself gives a request up.</value>
    /// <remarks>Source: kube-apiserver's --request-timeout, https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/</remarks>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The name and version of the program, for the server's audit log.</summary>
    public string UserAgent { get; init; } = "riskanalyzer";
}
