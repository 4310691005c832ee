using System.Globalization;
using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Hosting.Sources;

/// <summary>Says how reading a live cluster went.</summary>
public static class LiveReading
{
    /// <summary>Lines for people: how much was read, and how far its parts are apart in time.</summary>
    public static IReadOnlyList<string> Notes(ClusterReading reading, string source) =>
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"read {reading.Objects} objects of {source}; the lists show states of the cluster that are up to {reading.Spread.TotalSeconds:0.0} s apart"),
        .. reading.Missing is null ? [] : reading.Problems,
    ];

    /// <summary>Ends the reading when there is nothing to judge.</summary>
    /// <exception cref="SourceUnreadableException">Not one resource could be read.</exception>
    public static void ThrowIfNothing(ClusterReading reading, string source)
    {
        if (reading.Resources.All(status => status.State != ResourceState.Listed))
        {
            throw new SourceUnreadableException([$"{source}: nothing of it may be read", .. reading.Problems], reading.Missing?.ToYaml());
        }
    }
}
