using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MongoGateway.Engine;

/// <summary>
/// One PostgreSQL with the DocumentDB extension on a loopback port of its own. It ends with the process that started it, however that one ends. Commits reach
/// the operating system before they are answered, so that killing PostgreSQL loses nothing; no disk is waited for.
/// </summary>
public sealed class DocumentDbEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Runs "$@" and ends it at once (SIGQUIT) when the standard input closes, which it does when this process dies, and when the keeper itself is killed.
    private const string Keeper = """
        exec 3<&0
        setpriv --pdeathsig QUIT "$@" 3<&- </dev/null &
        child=$!
        (while read -r _ <&3; do :; done; kill -QUIT $child 2>/dev/null) &
        watcher=$!
        wait $child
        kill $watcher 2>/dev/null
        """;

    private readonly string _engine;
    private readonly string _cluster;
    private readonly IReadOnlyList<string> _settings;
    private Process? _process;
    private Task<string> _words = Task.FromResult("");

    private DocumentDbEngine(string engine, string cluster, IReadOnlyList<string> settings)
    {
        _settings = settings;
        _engine = engine;
        _cluster = cluster;
    }

    /// <summary>Connections to the running engine.</summary>
    public NpgsqlDataSource Connections { get; private set; } = null!;

    /// <param name="folder">Where the cluster lives; one that is there already is opened again. As root it must be one that user nobody may enter.</param>
    /// <param name="settings">NAME=VALUE, as <c>postgres -c</c> takes them.</param>
    /// <exception cref="InvalidOperationException">The engine is not installed or did not start; says why.</exception>
    public static async Task<DocumentDbEngine> StartAsync(string folder, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        string installed = EngineFolder.Find() ?? throw new InvalidOperationException(
            $"The MongoDB-compatible engine is not installed: {EngineFolder.HowToInstall}");
        var engine = new DocumentDbEngine(installed, Path.Combine(folder, "cluster"), settings);
        if (!Directory.Exists(engine._cluster))
        {
            await CopyAsync(Path.Combine(installed, "template"), engine._cluster, cancellationToken);
        }

        await engine.StartAsync(cancellationToken);
        return engine;
    }

    /// <summary>Starts it again after it was killed.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            int port = FreePort();
            Launch(port);
            if (await AnswersAsync(port, cancellationToken))
            {
                return;
            }

            // A predecessor that was killed a moment ago may still hold the cluster.
            await _process!.WaitForExitAsync(cancellationToken);
            if (began.Elapsed > Patience)
            {
                throw new InvalidOperationException($"PostgreSQL did not start in {_cluster}: {await _words}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    /// <summary>Waits until PostgreSQL ends, whoever ends it.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => _process!.WaitForExitAsync(cancellationToken);

    /// <summary>kill -9 of PostgreSQL.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } running)
        {
            // With its children: one that waits for a lock whose holder died with it would wait for ever, and keep the cluster from being opened again.
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        NpgsqlConnection.ClearPool(Connections.CreateConnection());
    }

    public async ValueTask DisposeAsync()
    {
        if (Connections is not null)
        {
            await Connections.DisposeAsync();
        }

        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private void Launch(int port)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        };
        string[] user = Environment.IsPrivilegedProcess ? ["--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        string program = Path.Combine(_engine, "usr/lib/postgresql/18/bin/postgres");
        foreach (string argument in (string[])["-c", Keeper, "sh", .. user, program, "-D", _cluster, "-p", port.ToString(CultureInfo.InvariantCulture), .. _settings.SelectMany(s => (string[])["-c", s])])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TZ"] = "UTC";
        _process?.Dispose();
        _process = Process.Start(start)!;
        _words = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "postgres", Database = "postgres", MaxPoolSize = 150, Timeout = 10, CommandTimeout = 600,
            MaxAutoPrepare = 30, NoResetOnClose = true, IncludeErrorDetail = true,
        };
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false)); // only bytea and text are exchanged
        var connections = builder.Build();
        while (!_process!.HasExited)
        {
            try
            {
                await using var probe = await connections.OpenConnectionAsync(cancellationToken);
                var before = Connections;
                Connections = connections;
                if (before is not null)
                {
                    await before.DisposeAsync();
                }

                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }

        await connections.DisposeAsync();
        return false;
    }

    private static async Task CopyAsync(string template, string cluster, CancellationToken cancellationToken)
    {
        using var copy = Process.Start("cp", ["--archive", "--reflink=auto", template, cluster]);
        await copy.WaitForExitAsync(cancellationToken);
        if (copy.ExitCode != 0)
        {
            throw new InvalidOperationException($"{template} could not be copied to {cluster}");
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
