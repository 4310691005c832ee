namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>
/// The Kubernetes API as far as it is used: it is read, and asked what may be read. Objects are handed over as bytes, one at a time,
/// so that nothing is decoded that nobody asks for.
/// </summary>
public interface IKubernetesApi
{
    /// <summary>Reads one page of a list. When this fails, items may have been handed over that do not count.</summary>
    /// <exception cref="KubernetesApiException">The page could not be read to its end.</exception>
    Task<ListPage> ListAsync(ListRequest request, ItemReceiver receive, CancellationToken cancellationToken);

    /// <summary>Reads changes until the server ends the watch.</summary>
    /// <exception cref="KubernetesApiException">The watch was refused, or ended in an error.</exception>
    Task WatchAsync(WatchRequest request, WatchReceiver receive, CancellationToken cancellationToken);

    /// <summary>Whether the user may do something with all objects of a query.</summary>
    /// <param name="query">Which objects.</param>
    /// <param name="verb">What is to be done, <c>list</c> or <c>watch</c>.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="KubernetesApiException">The server did not answer.</exception>
    Task<bool> IsAllowedAsync(ResourceQuery query, string verb, CancellationToken cancellationToken);

    /// <summary>The user's name as the server sees it; null when it does not tell.</summary>
    /// <exception cref="KubernetesApiException">The server did not answer.</exception>
    Task<string?> UserNameAsync(CancellationToken cancellationToken);

    /// <summary>The server's version as major.minor, for example <c>1.36</c>; null when it does not tell.</summary>
    /// <exception cref="KubernetesApiException">The server did not answer.</exception>
    Task<string?> VersionAsync(CancellationToken cancellationToken);
}
