using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RiskAnalyzer.TestKit.Live;

/// <summary>An HTTP proxy in this process that tunnels with CONNECT, and with Basic authentication if it is told whom to let through.</summary>
public sealed class ConnectProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<string> _tunnels = [];
    private readonly string? _authorization;
    private readonly Task _run;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="user">Who is let through, as name:password; null for everybody.</param>
    public ConnectProxy(string? user = null)
    {
        _authorization = user is null ? null : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(user))}";
        _listener.Start();
        _run = RunAsync();
    }

    /// <summary>Host and port.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Where tunnels were made to.</summary>
    public IReadOnlyList<string> Tunnels
    {
        get
        {
            lock (_tunnels)
            {
                return [.. _tunnels];
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _run;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        try
        {
            var stream = near.GetStream();
            while (await ReadHeadAsync(stream) is { Length: > 0 } head)
            {
                var target = head.Split(' ')[1];
                if (_authorization is not null && !head.Contains(_authorization + "\r\n", StringComparison.OrdinalIgnoreCase))
                {
                    await WriteAsync(stream, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
                    continue;
                }

                await TunnelAsync(stream, target);
                return;
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException)
        {
            // A side that goes away ends the tunnel.
        }
    }

    private async Task TunnelAsync(NetworkStream near, string target)
    {
        lock (_tunnels)
        {
            _tunnels.Add(target);
        }

        using var far = new TcpClient();
        await far.ConnectAsync(IPEndPoint.Parse(target), _end.Token);
        await WriteAsync(near, "HTTP/1.1 200 Connection established\r\n\r\n");
        _ = await Task.WhenAny(near.CopyToAsync(far.GetStream(), _end.Token), far.GetStream().CopyToAsync(near, _end.Token));
    }

    // Byte by byte, since what follows the head belongs to the tunnel.
    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n']) && await stream.ReadAsync(one, _end.Token) == 1)
        {
            head.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. head]);
    }

    private async Task WriteAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _end.Token);
}
