using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Api.Http;
using RiskAnalyzer.Kubernetes.Configuration;

namespace RiskAnalyzer.Hosting.Sources;

/// <summary>Connects to the cluster that the options mean, and turns what goes wrong into lines for people.</summary>
/// <param name="options">What the user says of the cluster.</param>
/// <param name="surroundings">What is around the program.</param>
public sealed class LiveConnection(ConnectionOptions options, Surroundings surroundings)
{
    /// <summary>Tells the time.</summary>
    public TimeProvider Clock => surroundings.Clock;

    /// <summary>Does something with the cluster.</summary>
    /// <exception cref="SourceUnreadableException">There is no such cluster, or it could not be read to its end.</exception>
    public async Task<T> UseAsync<T>(Func<IKubernetesApi, ClusterEndpoint, Task<T>> use)
    {
        try
        {
            var endpoint = EndpointResolver.Resolve(options, surroundings);
            using var api = new HttpKubernetesApi(endpoint, surroundings.Clock);
            return await use(api, endpoint);
        }
        catch (ConfigurationException error)
        {
            throw new SourceUnreadableException(error.Lines);
        }
        catch (KubernetesApiException error)
        {
            throw new SourceUnreadableException(error.Message.Split('\n'));
        }
    }
}
