using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RiskAnalyzer.Webhook.Rehearsing;

/// <summary>Sends reviews to the rehearsal's own server over one connection of HTTP/1.1, as the API server does. Less than an HTTP client, which would leave spans.</summary>
internal sealed class RehearsalClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _answer = new byte[32 * 1024];
    private SslStream? _stream;

    /// <summary>Connects to a port of this machine, to whoever has this very certificate.</summary>
    public async Task ConnectAsync(int port, X509Certificate2 expected, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        _stream = new(new NetworkStream(_socket), leaveInnerStreamOpen: false, (_, certificate, _, _) => expected.Equals(certificate));
        await _stream.AuthenticateAsClientAsync("localhost");
    }

    /// <summary>Sends a review and waits for the whole answer.</summary>
    public async Task AskAsync(byte[] body, CancellationToken cancellationToken)
    {
        var head = $"POST /validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await _stream!.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], cancellationToken);
        for (var length = 0; !IsWhole(_answer.AsSpan(0, length));)
        {
            var more = await _stream.ReadAsync(_answer.AsMemory(length), cancellationToken);
            length += more > 0 ? more : throw new IOException("the answer of the rehearsal is cut off");
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _socket.Dispose();
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var field = "Content-Length: "u8;
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var digits = answer[(answer.IndexOf(field) + field.Length)..];
        return answer.Length - head - 4 >= int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
