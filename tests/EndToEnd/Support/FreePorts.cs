using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Support;

/// <summary>Ports nobody listens on at this moment.</summary>
internal static class FreePorts
{
    private static int _next = 21_000 + (Environment.ProcessId % 300 * 30);

    public static int One() => Run(1);

    /// <summary>The first of seven in a row: a practice world's control page and its six sites.</summary>
    public static int Seven() => Run(7);

    /// <summary>The first of three in a row: a broker's.</summary>
    public static int Three() => Run(3);

    private static int Run(int count)
    {
        while (true)
        {
            int first = Interlocked.Add(ref _next, count) - count;
            if (first > 32_000)
            {
                throw new InvalidOperationException("no free ports between 21000 and 32000");
            }

            if (Enumerable.Range(first, count).All(IsFree))
            {
                return first;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
