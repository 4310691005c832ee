using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Access;

/// <summary>Asks before reading what may be read.</summary>
internal static class Preflight
{
    /// <summary>The queries that the user may not list. A server that does not answer the question is simply asked for the lists.</summary>
    public static async Task<IReadOnlySet<ResourceQuery>> AskAsync(IKubernetesApi api, IReadOnlyList<ResourceQuery> queries, CancellationToken cancellationToken)
    {
        try
        {
            var allowed = await Task.WhenAll(queries.Select(query => api.IsAllowedAsync(query, "list", cancellationToken)));
            return queries.Where((_, index) => !allowed[index]).ToHashSet();
        }
        catch (KubernetesApiException error) when (error.Failure is ApiFailure.Forbidden or ApiFailure.NotFound)
        {
            return new HashSet<ResourceQuery>();
        }
    }

    /// <summary>The user's name as the server sees it; null when it does not tell.</summary>
    public static async Task<string?> WhoAsync(IKubernetesApi api, CancellationToken cancellationToken)
    {
        try
        {
            return await api.UserNameAsync(cancellationToken);
        }
        catch (KubernetesApiException)
        {
            return null;
        }
    }
}
