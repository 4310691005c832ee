using RiskAnalyzer.Kubernetes.Manifests;

namespace RiskAnalyzer.Hosting.Sources;

/// <summary>Files, directories and standard input.</summary>
/// <param name="sources">The sources as the user named them.</param>
/// <param name="openInput">Opens standard input.</param>
/// <param name="now">The time at which the program runs.</param>
public sealed class ManifestSource(IReadOnlyList<string> sources, Func<Stream> openInput, DateTimeOffset now) : IClusterSource
{
    private const int MostNames = 3;

    /// <inheritdoc/>
    public Task<ClusterInput> ReadAsync(Action<ReadProgress> progress, CancellationToken cancellationToken)
    {
        var options = new ReadOptions { Now = now, OpenStandardInput = openInput, Progress = progress, DecodingThreads = Environment.ProcessorCount };
        var input = ManifestReader.Read(sources, options);
        if (input.Errors.Length > 0)
        {
            throw new SourceUnreadableException([.. input.Errors.Select(error => error.ToString())]);
        }

        return Task.FromResult(new ClusterInput { Snapshot = input.Snapshot, Source = Name, Unread = input.Unread, Lines = input.Lines });
    }

    private string Name
    {
        get
        {
            var names = string.Join(", ", sources.Take(MostNames).Select(source => source == "-" ? "standard input" : source));
            return sources.Count > MostNames ? $"{names} and {sources.Count - MostNames} more" : names;
        }
    }
}
