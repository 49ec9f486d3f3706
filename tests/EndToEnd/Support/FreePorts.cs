using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Support;

/// <summary>
/// Ports for servers that the test names before they start. Each TCP port is reserved, as long as this process lives, by a UDP socket on the same number:
/// test hosts that run at the same time never get the same one, and nothing is left behind when a host is killed. All lie below 32768, where no client's own
/// port can take one while its server is down.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Last = 32_000;

    private static readonly Lock Taking = new();
    private static readonly List<Socket> Reserved = [];

    // Hosts begin at different places, so that they seldom meet.
    private static int _next = First + (Environment.ProcessId * 97 % (Last - First));

    public static int One() => Run(1);

    /// <summary>The first of seven in a row: a practice world's control page and its six sites.</summary>
    public static int Seven() => Run(7);

    /// <summary>The first of three in a row: a broker's.</summary>
    public static int Three() => Run(3);

    private static int Run(int count)
    {
        lock (Taking)
        {
            for (int tried = 0; tried < Last - First; tried += count)
            {
                int first = _next;
                _next = first + (2 * count) > Last ? First : first + count;
                if (first + count <= Last && TryReserve(first, count))
                {
                    return first;
                }
            }
        }

        throw new InvalidOperationException($"no {count} free ports in a row between {First} and {Last}");
    }

    private static bool TryReserve(int first, int count)
    {
        var sockets = new List<Socket>();
        for (int port = first; port < first + count; port++)
        {
            if (Bound(port, SocketType.Dgram, ProtocolType.Udp) is not { } reservation)
            {
                sockets.ForEach(s => s.Dispose());
                return false;
            }

            sockets.Add(reservation);
            using var server = Bound(port, SocketType.Stream, ProtocolType.Tcp);
            if (server is null)
            {
                sockets.ForEach(s => s.Dispose());
                return false;
            }
        }

        Reserved.AddRange(sockets);
        return true;
    }

    /// <summary>Null: someone has it.</summary>
    private static Socket? Bound(int port, SocketType type, ProtocolType protocol)
    {
        var socket = new Socket(AddressFamily.InterNetwork, type, protocol) { ExclusiveAddressUse = true };
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
