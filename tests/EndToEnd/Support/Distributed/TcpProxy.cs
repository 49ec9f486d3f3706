using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Support.Distributed;

/// <summary>A proxy between a process and a server of this machine that can be pulled.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly int _target;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<Socket, bool> _ends = new();
    private readonly Task _serving;
    private volatile TaskCompletionSource _flows = Flowing();

    /// <param name="port">Where to listen.</param>
    /// <param name="target">The server's port.</param>
    public TcpProxy(int port, int target)
    {
        Port = port;
        _target = target;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>From now on nothing arrives, in either direction, and nobody is told: packets get lost. What is under way waits.</summary>
    public void Stall()
    {
        if (_flows.Task.IsCompleted)
        {
            _flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The proxy is whole again; what waited arrives.</summary>
    public void Resume() => _flows.TrySetResult();

    /// <summary>Resets every connection (a firewall that forgot them); new ones are let through.</summary>
    public void Reset()
    {
        foreach (var end in _ends.Keys)
        {
            end.Close(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        Resume();
        Reset();
        await _serving;
        _ending.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var whole = new TaskCompletionSource();
        whole.SetResult();
        return whole;
    }

    private async Task ServeAsync()
    {
        var pumps = new ConcurrentDictionary<Task, bool>();
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_ending.Token);
                var pump = Task.Run(() => CarryAsync(client));
                pumps[pump] = true;
                _ = pump.ContinueWith(p => pumps.TryRemove(p, out _), TaskScheduler.Default);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Ending, or a client that left at once.
            }
        }

        await Task.WhenAll(pumps.Keys);
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _ends[client] = true;
        _ends[server] = true;
        try
        {
            await _flows.Task;
            client.NoDelay = server.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, _target, _ending.Token);
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Nobody there: the client finds out by the closed connection.
        }
        finally
        {
            _ends.TryRemove(client, out _);
            _ends.TryRemove(server, out _);
            client.Close(0);
            server.Close(0);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, _ending.Token)) > 0)
            {
                await _flows.Task;
                for (int sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), _ending.Token);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One end is gone; the other is closed by the caller.
        }
    }
}
