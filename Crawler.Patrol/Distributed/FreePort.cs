using System.Net;
using System.Net.Sockets;

namespace Crawler.Patrol.Distributed;

/// <summary>Ports of this machine that nobody listens on at this moment.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Waits until somebody takes connections at the port.</summary>
    /// <returns>False: the process ended, or it took too long.</returns>
    public static async Task<bool> AnswersAsync(int port, ChildProcess process, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        while (!limit.IsCancellationRequested && !process.HasExited)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return true;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                await Task.Delay(100, CancellationToken.None);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return false;
    }
}
