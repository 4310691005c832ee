using System.Buffers;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Reads the body of a watch: one event after the other, each as soon as it is there.</summary>
internal static class WatchBody
{
    private const int FirstSize = 16 * 1024;
    private const int MostEventBytes = 64 << 20;

    /// <summary>Reads events until the server ends them.</summary>
    /// <exception cref="KubernetesApiException">The server sent an error, or something that is no event.</exception>
    public static async Task ReadAsync(Stream content, WatchReceiver receive, string what, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        try
        {
            var (length, scan, scanned) = (0, new JsonExtentScan(), 0);
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, what);
                }

                var read = await content.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0)
                {
                    ThrowIfCutOff(buffer.AsSpan(0, length), what);
                    return;
                }

                length += read;
                var taken = Take(buffer.AsSpan(0, length), ref scan, ref scanned, receive, what);
                buffer.AsSpan(taken, length - taken).CopyTo(buffer);
                (length, scanned) = (length - taken, scanned - taken);
            }
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"cannot {what}: the connection broke: {error.Message}", error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Hands over the events that are complete; how many bytes they took.</summary>
    private static int Take(ReadOnlySpan<byte> bytes, ref JsonExtentScan scan, ref int scanned, WatchReceiver receive, string what)
    {
        var taken = 0;
        while (true)
        {
            // Events are separated by line ends.
            if (scanned == taken)
            {
                taken += bytes[taken..].IndexOfAnyExcept(" \r\n\t"u8) is var blank and >= 0 ? blank : bytes.Length - taken;
                scanned = taken;
                if (taken < bytes.Length && bytes[taken] != '{')
                {
                    throw new KubernetesApiException(ApiFailure.Unexpected, $"cannot {what}: the server sent something that is no event");
                }
            }

            var end = scan.Continue(bytes[scanned..]);
            if (end < 0)
            {
                scanned = bytes.Length;
                return taken;
            }

            WatchEvent.Read(bytes[taken..(scanned + end)], receive, what);
            (taken, scan) = (scanned + end, new());
            scanned = taken;
        }
    }

    private static byte[] Grow(byte[] buffer, string what)
    {
        if (buffer.Length >= MostEventBytes)
        {
            throw new KubernetesApiException(ApiFailure.Unexpected, $"cannot {what}: an event is larger than any object of the API");
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static void ThrowIfCutOff(ReadOnlySpan<byte> rest, string what)
    {
        if (!rest.IsEmpty)
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"cannot {what}: the server broke off in the middle of an event");
        }
    }
}
