using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Support.Distributed;

/// <summary>
/// A RabbitMQ of its own beside whatever else runs on the machine: its own data, ports, name, cookie and port mapper, on loopback, as whoever calls. Needs
/// Debian's rabbitmq-server, whose system service it neither uses nor minds. User and password are "guest", which RabbitMQ admits from loopback only.
/// </summary>
internal sealed class PrivateBroker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Debian's own programs of that name insist on root or user rabbitmq; these do not.
    private const string Programs = "/usr/lib/rabbitmq/bin";

    private readonly string _folder;
    private readonly int _firstPort;
    private KeptProcess? _portMapper;
    private KeptProcess? _server;

    private PrivateBroker(string folder, int firstPort)
    {
        _folder = folder;
        _firstPort = firstPort;
    }

    /// <summary>Whether this machine has RabbitMQ.</summary>
    public static bool IsInstalled => File.Exists(Path.Combine(Programs, "rabbitmq-server"));

    /// <summary>Where AMQP is spoken.</summary>
    public int Port => _firstPort;

    /// <summary>"amqp://guest:guest@127.0.0.1:port/"</summary>
    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{Port}/");

    /// <summary>What the server said, for when something goes wrong.</summary>
    public string Log => Path.Combine(_folder, "broker.log");

    /// <summary>Starts a broker and returns when it lets clients in.</summary>
    /// <param name="folder">Its data, settings and log; what is there already is opened again.</param>
    /// <param name="firstPort">Of three free ports in a row: AMQP, Erlang's distribution, Erlang's port mapper. Best below 32768, where no client's own port
    /// can take them while the broker is down.</param>
    /// <exception cref="InvalidOperationException">RabbitMQ is not installed or did not start; says why.</exception>
    public static async Task<PrivateBroker> StartAsync(string folder, int firstPort, CancellationToken cancellationToken)
    {
        if (!IsInstalled)
        {
            throw new InvalidOperationException("RabbitMQ is not installed: apt-get install rabbitmq-server");
        }

        var broker = new PrivateBroker(Path.GetFullPath(folder), firstPort);
        Directory.CreateDirectory(broker._folder);
        await File.WriteAllTextAsync(Path.Combine(broker._folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{firstPort}
            disk_free_limit.absolute = 50MB
            vm_memory_high_watermark.absolute = 1GB
            raft.wal_max_size_bytes = 33554432
            log.console = true
            log.console.level = warning
            log.file = false

            """, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(broker._folder, "enabled_plugins"), "[].\n", cancellationToken);
        try
        {
            await broker.StartAsync(cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again, on the same data and ports, after it was stopped or killed.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _portMapper ??= await KeptProcess.StartAsync("epmd", ["-port", Text(_firstPort + 2), "-address", "127.0.0.1"], Settings(), Log, cancellationToken);
        _server = await KeptProcess.StartAsync(Path.Combine(Programs, "rabbitmq-server"), [], Settings(), Log, cancellationToken);
        var began = Stopwatch.StartNew();
        while (!await GreetsAsync(cancellationToken))
        {
            if (_server.HasExited || began.Elapsed > Patience)
            {
                throw new InvalidOperationException($"RabbitMQ did not start on port {Port}; what it said is in {Log}:\n{await WordsAsync()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>An orderly stop.</summary>
    public Task StopAsync() => _server?.StopAsync(Patience) ?? Task.CompletedTask;

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _server?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Below so much free space publishers are held back (the disk alarm). More than the disk has: raises the alarm at once.</summary>
    public Task SetDiskFreeLimitAsync(long bytes, CancellationToken cancellationToken) =>
        ControlAsync(["set_disk_free_limit", Text(bytes)], cancellationToken);

    /// <summary>rabbitmqctl on this broker.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; holds what it said.</exception>
    public async Task<string> ControlAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(Programs, "rabbitmqctl"))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (string argument in (string[])["--quiet", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        using var control = Process.Start(start) ?? throw new InvalidOperationException("rabbitmqctl did not start");
        var errors = control.StandardError.ReadToEndAsync(cancellationToken);
        string output = await control.StandardOutput.ReadToEndAsync(cancellationToken);
        await control.WaitForExitAsync(cancellationToken);
        return control.ExitCode == 0 ? output : throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)}: {output}{await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(TimeSpan.FromSeconds(20));
            await _server.DisposeAsync();
        }

        if (_portMapper is not null)
        {
            await _portMapper.DisposeAsync();
        }
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null", // the system service's settings
        ["RABBITMQ_NODENAME"] = $"patrol{Port}@localhost",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
        ["RABBITMQ_DIST_PORT"] = Text(_firstPort + 1),
        ["ERL_EPMD_PORT"] = Text(_firstPort + 2),
        ["HOME"] = _folder, // the cookie
        ["ERL_CRASH_DUMP_BYTES"] = "0",
        ["RABBITMQ_ALLOW_INPUT"] = "yes", // run the server in place of its start script...
        ["RABBITMQ_SERVER_START_ARGS"] = "-noinput", // ...without a shell on its standard input
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}", // leave the processors to the others
    };

    // The first frame of a server that is ready answers this header; a port that merely listens does not.
    private async Task<bool> GreetsAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, limit.Token);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), limit.Token);
            return await client.GetStream().ReadAsync(new byte[8], limit.Token) == 8;
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task<string> WordsAsync() =>
        File.Exists(Log) ? string.Join('\n', (await File.ReadAllLinesAsync(Log)).TakeLast(20)) : "nothing";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
