using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Crawler.Fetching.Tests.Support;

/// <summary>A SOCKS5 proxy on 127.0.0.1 (RFC 1928, 1929) that leads every name to one port of this machine and remembers what it was asked for.</summary>
internal sealed class SocksProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<SocksRequest> _asked = new();
    private readonly ConcurrentBag<Task> _work = [];
    private readonly int _target;
    private readonly bool _refuses;

    private SocksProxy(int target, bool refuses)
    {
        _target = target;
        _refuses = refuses;
        _listener.Start();
        _work.Add(AcceptAsync());
    }

    public string Address => $"socks5://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<SocksRequest> Asked => [.. _asked];

    /// <param name="site">Where every connection is led.</param>
    /// <param name="refuses">Answers every wish with "host unreachable".</param>
    public static SocksProxy Start(LoopbackSite site, bool refuses = false) => new(site.Home.Port, refuses);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await Task.WhenAll(_work);
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _work.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var onward = new TcpClient())
        {
            try
            {
                var stream = client.GetStream();
                var request = await HandshakeAsync(stream);
                _asked.Enqueue(request);
                await stream.WriteAsync(new byte[] { 5, (byte)(_refuses ? 4 : 0), 0, 1, 0, 0, 0, 0, 0, 0 }, _ending.Token);
                if (!_refuses)
                {
                    await onward.ConnectAsync(IPAddress.Loopback, _target, _ending.Token);
                    await Task.WhenAny(stream.CopyToAsync(onward.GetStream(), _ending.Token), onward.GetStream().CopyToAsync(stream, _ending.Token));
                }
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException)
            {
                // The client went away.
            }
        }
    }

    private async Task<SocksRequest> HandshakeAsync(NetworkStream stream)
    {
        byte[] head = await ReadAsync(stream, 2);
        byte[] methods = await ReadAsync(stream, head[1]);
        bool named = methods.Contains((byte)2);
        await stream.WriteAsync(new byte[] { 5, (byte)(named ? 2 : 0) }, _ending.Token);
        string? user = null;
        if (named)
        {
            user = Encoding.UTF8.GetString(await ReadAsync(stream, (await ReadAsync(stream, 2))[1]));
            await ReadAsync(stream, (await ReadAsync(stream, 1))[0]);
            await stream.WriteAsync(new byte[] { 1, 0 }, _ending.Token);
        }

        byte[] wish = await ReadAsync(stream, 4);
        bool byName = wish[3] == 3;
        byte[] host = await ReadAsync(stream, byName ? (await ReadAsync(stream, 1))[0] : wish[3] == 1 ? 4 : 16);
        byte[] port = await ReadAsync(stream, 2);
        return new SocksRequest(byName ? Encoding.ASCII.GetString(host) : new IPAddress(host).ToString(), (port[0] << 8) | port[1], byName, user);
    }

    private async Task<byte[]> ReadAsync(NetworkStream stream, int count)
    {
        byte[] bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, _ending.Token);
        return bytes;
    }
}

/// <summary>A wish for a connection.</summary>
/// <param name="Host">As it was sent.</param>
/// <param name="Port">As it was sent.</param>
/// <param name="ByName">Sent as a name, for the proxy to resolve.</param>
/// <param name="User">Null: the client gave no name.</param>
internal sealed record SocksRequest(string Host, int Port, bool ByName, string? User);
