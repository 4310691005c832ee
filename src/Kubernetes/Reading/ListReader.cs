using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Reads a whole list in pages. A list that cannot be read to its end is an error, never a shorter list.</summary>
/// <param name="api">The API.</param>
/// <param name="clock">Tells when to try again.</param>
internal sealed class ListReader(IKubernetesApi api, TimeProvider clock)
{
    /// <summary>Objects of a page, as kubectl asks for.</summary>
    private const int PageSize = 500;

    // The server keeps the state of a list for five minutes and more; a list that outlives it twice is read in one piece.
    private const int MostRestarts = 2;
    private const int MostRepeats = 4;
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Reads the list and returns its version, to watch on from.</summary>
    /// <exception cref="KubernetesApiException">It cannot be read.</exception>
    public async Task<string> ReadAsync(ResourceQuery query, IListTarget target, CancellationToken cancellationToken)
    {
        for (var restarts = 0; ; restarts++)
        {
            target.Begin();
            try
            {
                return await ReadPagesAsync(query, restarts < MostRestarts ? PageSize : null, target, cancellationToken);
            }
            catch (KubernetesApiException expired) when (expired.Failure == ApiFailure.Expired && restarts < MostRestarts)
            {
                // The continue token that comes with the error would go on with newer objects: no state that the cluster ever was in.
            }
        }
    }

    private async Task<string> ReadPagesAsync(ResourceQuery query, int? limit, IListTarget target, CancellationToken cancellationToken)
    {
        var request = new ListRequest(query, limit);
        while (true)
        {
            var page = await ReadPageAsync(request, target, cancellationToken);
            target.EndPage(page);
            if (page.Continue is null)
            {
                return page.ResourceVersion;
            }

            request = request with { Continue = page.Continue };
        }
    }

    private async Task<ListPage> ReadPageAsync(ListRequest request, IListTarget target, CancellationToken cancellationToken)
    {
        for (var repeats = 0; ; repeats++)
        {
            try
            {
                return await api.ListAsync(request, target.Add, cancellationToken);
            }
            catch (KubernetesApiException broken) when (broken.Failure == ApiFailure.Interrupted && repeats < MostRepeats)
            {
                target.DropPage();
            }

            await Task.Delay(RepeatAfter * (1 << repeats), clock, cancellationToken);
        }
    }
}
