using System.Diagnostics;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RiskAnalyzer.Benchmarks.Admission;

/// <summary>Sends requests over a few long-lived connections, as the API server does.</summary>
internal sealed class TlsLoad : IDisposable
{
    private readonly TlsConnection[] _connections;

    public TlsLoad(int port, X509Certificate2 certificate, int connections) =>
        _connections = [.. Enumerable.Range(0, connections).Select(_ => new TlsConnection(port, certificate.Thumbprint))];

    /// <summary>Answers a second, and the processor time of each in seconds, when every connection sends the next request as soon as it has an answer.</summary>
    public (double PerSecond, double Processor) Saturate(string path, IReadOnlyList<byte[]> bodies, TimeSpan length)
    {
        var requests = Requests(path, bodies);
        var (started, processor, count) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0L);
        Task.WaitAll([.. _connections.Select((connection, first) => Task.Run(async () =>
        {
            var sent = 0;
            for (var next = first; Stopwatch.GetElapsedTime(started) < length; next++)
            {
                await connection.AskAsync(requests[next % requests.Count]);
                sent++;
            }

            _ = Interlocked.Add(ref count, sent);
        }))]);
        return (count / Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds / count);
    }

    /// <summary>The 99th percentile of the time from when a request was due to its answer, at a steady rate.</summary>
    public TimeSpan Tail(string path, IReadOnlyList<byte[]> bodies, double rate, TimeSpan length)
    {
        var requests = Requests(path, bodies);
        var started = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromSeconds(_connections.Length / rate);
        var times = Task.WhenAll(_connections.Select((connection, first) => Task.Run(async () =>
        {
            var own = new List<TimeSpan>();
            for (var (next, due) = (first, pause * first / _connections.Length); due < length; next++, due += pause)
            {
                while (Stopwatch.GetElapsedTime(started) < due)
                {
                    await (due - Stopwatch.GetElapsedTime(started) > TimeSpan.FromMilliseconds(2) ? Task.Delay(1) : Yielded());
                }

                await connection.AskAsync(requests[next % requests.Count]);
                own.Add(Stopwatch.GetElapsedTime(started) - due);
            }

            return own;
        }))).GetAwaiter().GetResult();
        var all = times.SelectMany(each => each).Order().ToArray();
        return all[(int)(all.Length * 0.99)];
    }

    public void Dispose() => Array.ForEach(_connections, connection => connection.Dispose());

    private static async Task Yielded() => await Task.Yield();

    private static List<byte[]> Requests(string path, IReadOnlyList<byte[]> bodies) =>
    [
        .. bodies.Select(body => (byte[])
        [
            .. Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"POST {path}?timeout=2s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n")),
            .. body,
        ]),
    ];

    private sealed class TlsConnection : IDisposable
    {
        private readonly TcpClient _client;
        private readonly SslStream _stream;
        private readonly byte[] _buffer = new byte[16 * 1024];

        public TlsConnection(int port, string thumbprint)
        {
            _client = new("127.0.0.1", port) { NoDelay = true };
            _stream = new(_client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint);
            _stream.AuthenticateAsClient("localhost");
        }

        public async ValueTask AskAsync(ReadOnlyMemory<byte> request)
        {
            await _stream.WriteAsync(request);
            for (var (length, whole) = (0, int.MaxValue); length < whole;)
            {
                length += await _stream.ReadAsync(_buffer.AsMemory(length));
                whole = WholeLength(_buffer.AsSpan(0, length));
            }
        }

        public void Dispose()
        {
            _stream.Dispose();
            _client.Dispose();
        }

        private static int WholeLength(ReadOnlySpan<byte> answer)
        {
            var end = answer.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return int.MaxValue;
            }

            if (!answer.StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
            }

            var header = "Content-Length: "u8;
            var at = answer.IndexOf(header) + header.Length;
            var digits = answer[at..(at + answer[at..].IndexOf((byte)'\r'))];
            return end + 4 + int.Parse(digits, CultureInfo.InvariantCulture);
        }
    }
}
