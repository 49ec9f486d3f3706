using System.Diagnostics;
using System.Globalization;

namespace Crawler.Patrol.Distributed;

/// <summary>
/// A RabbitMQ of one's own on 127.0.0.1: free ports, its own folder, its own Erlang port mapper. The user guest, password guest, may do everything.
/// </summary>
internal sealed class PrivateBroker : IAsyncDisposable
{
    /// <summary>Debian's place for the server itself; the one on the search path insists on the user rabbitmq.</summary>
    private const string DebianServer = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly string _server;
    private readonly int _mapperPort = FreePort.Next();
    private readonly int _nodePort = FreePort.Next();
    private ChildProcess? _process;

    private PrivateBroker(string folder, string server, int port)
    {
        _folder = folder;
        _server = server;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Whether this machine has the server.</summary>
    public static bool IsInstalled => Server() is not null;

    /// <param name="folder">Its data and logs; created when missing.</param>
    /// <param name="settings">Further lines for its configuration file.</param>
    /// <exception cref="DistributedException">It is not installed, or does not start.</exception>
    public static async Task<PrivateBroker> StartAsync(string folder, CancellationToken cancellationToken, params IReadOnlyList<string> settings)
    {
        var broker = new PrivateBroker(
            folder, Server() ?? throw new DistributedException("RabbitMQ is not installed; apt-get install rabbitmq-server"), FreePort.Next());
        Directory.CreateDirectory(folder);
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "rabbitmq.conf"),
            [$"listeners.tcp.default = 127.0.0.1:{Text(broker.Port)}", "log.console = true", "log.console.level = warning", "vm_memory_high_watermark.relative = 0.2", .. settings],
            cancellationToken);
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

    /// <summary>Starts it again after <see cref="StopAsync"/> or <see cref="KillAsync"/>, with what it had.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = ChildProcess.Start("broker", Path.Combine(_folder, "broker.log"), Surroundings(), _server);
        if (!await FreePort.AnswersAsync(Port, _process, StartPatience, cancellationToken))
        {
            throw new DistributedException($"the broker did not start within {StartPatience.TotalSeconds} s: {_process.LastWords()}");
        }
    }

    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            await process.StopAsync(StopPatience);
            _process = null;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            await process.KillAsync();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();

        // A broker that was killed could not see to its port mapper.
        var start = new ProcessStartInfo("epmd") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("-kill");
        start.Environment["ERL_EPMD_PORT"] = Text(_mapperPort);
        using var kill = Process.Start(start);
        await (kill?.WaitForExitAsync() ?? Task.CompletedTask);
    }

    private Dictionary<string, string> Surroundings() => new(StringComparer.Ordinal)
    {
        ["HOME"] = _folder,
        ["RABBITMQ_NODENAME"] = $"patrol-{Text(Port)}@localhost",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins"),
        ["RABBITMQ_DIST_PORT"] = Text(_nodePort),
        ["ERL_EPMD_PORT"] = Text(_mapperPort),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",

        // The port mapper is started by the broker and would stay behind; this one is nobody else's.
        [ChildProcess.Afterwards] = "epmd -kill",

        // Schedulers that spin while idle would take the processor from the workers beside it.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
    };

    private static string? Server() => File.Exists(DebianServer)
        ? DebianServer
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "rabbitmq-server")).FirstOrDefault(File.Exists);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
