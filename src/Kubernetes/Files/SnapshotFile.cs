using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Files;

/// <summary>Writes a live cluster to one file, which reads back as the same snapshot. Objects pass through one at a time.</summary>
/// <param name="api">The API.</param>
/// <param name="clock">Tells the time.</param>
public sealed class SnapshotFile(IKubernetesApi api, TimeProvider clock)
{
    /// <summary>What such a file does not hold, for people.</summary>
    public const string LeftOut = FilteredParts.LeftOut;

    /// <summary>Reads the cluster and writes it to a stream.</summary>
    /// <param name="open">Opens the stream, once everything was read.</param>
    /// <param name="isCompressed">Whether to compress with gzip.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="KubernetesApiException">The cluster could not be read to its end; nothing was written.</exception>
    public async Task<ClusterReading> WriteAsync(Func<Stream> open, bool isCompressed, ReadingOptions options, CancellationToken cancellationToken)
    {
        var lists = ClusterLists.ResourcesFor(options).ToDictionary(resource => resource, resource => new SpooledList(resource));
        try
        {
            var reading = await new ClusterLists(api, options, clock).ReadAsync(resource => lists[resource], cancellationToken);
            await using var file = open();
            await using var output = isCompressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
            WriteHeader(output, reading);
            var isFirst = true;
            foreach (var status in reading.Resources.Where(status => (reading.Known & status.Resource.Provides) != ResourceKinds.None))
            {
                cancellationToken.ThrowIfCancellationRequested();
                lists[status.Resource].CopyTo(output, ref isFirst);
            }

            output.Write("\n]}\n"u8);
            return reading;
        }
        finally
        {
            foreach (var list in lists.Values)
            {
                list.Dispose();
            }
        }
    }

    // The list stays open: the items follow as they are.
    private static void WriteHeader(Stream output, ClusterReading reading)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("apiVersion", "v1");
        json.WriteString("kind", "List");
        json.WriteStartObject("metadata");
        json.WriteStartObject("annotations");
        json.WriteString(SnapshotHeader.CapturedAtKey, reading.CapturedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString(SnapshotHeader.KnownKindsKey, KnownKinds.Format(reading.Known));
        if (reading.ServerVersion is { } version)
        {
            json.WriteString(SnapshotHeader.ServerVersionKey, version);
        }

        if (reading.Problems.Any())
        {
            json.WriteString(SnapshotHeader.NotReadKey, string.Join('\n', reading.Problems));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("items");
    }
}
