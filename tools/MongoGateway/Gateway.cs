using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using MongoGateway.Commands;
using MongoGateway.Engine;
using MongoGateway.Faults;
using MongoGateway.Wire;
using Npgsql;

namespace MongoGateway;

/// <summary>MongoDB's wire protocol in front of a DocumentDB engine of its own, on loopback. Test equipment: it is never shipped and guards nothing.</summary>
public sealed class Gateway : IAsyncDisposable
{
    private readonly GatewayOptions _options;
    private readonly DocumentDbEngine _engine;
    private readonly string? _temporary;
    private readonly TcpListener _listener;
    private readonly CursorTable _cursors;
    private readonly CommandTable _commands;
    private readonly EngineCalls _calls;
    private readonly ConcurrentDictionary<long, Socket> _clients = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _serving;

    private Gateway(GatewayOptions options, DocumentDbEngine engine, string? temporary)
    {
        _options = options;
        _engine = engine;
        _temporary = temporary;
        _calls = new EngineCalls(engine);
        _cursors = new CursorTable(_calls);
        _commands = new CommandTable(_calls, _cursors);
        _listener = new TcpListener(IPAddress.Loopback, options.Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ListenAsync();
    }

    public int Port { get; }

    /// <summary>"mongodb://127.0.0.1:port/", without user and password.</summary>
    public string ConnectionString => $"mongodb://127.0.0.1:{Port}/";

    /// <summary>What goes wrong on purpose.</summary>
    public FaultSwitch Faults { get; } = new();

    /// <summary>Starts an engine and, in front of it, a gateway.</summary>
    /// <exception cref="InvalidOperationException">The engine is not installed or did not start.</exception>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static async Task<Gateway> StartAsync(GatewayOptions options, CancellationToken cancellationToken)
    {
        string? temporary = options.Folder is null ? Directory.CreateTempSubdirectory("mongo-gateway-").FullName : null;
        string folder = temporary ?? options.Folder!;
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute); // user nobody runs the engine
        }

        DocumentDbEngine? engine = null;
        try
        {
            engine = await DocumentDbEngine.StartAsync(folder, options.Settings, cancellationToken);
            return new Gateway(options, engine, temporary);
        }
        catch
        {
            if (engine is not null)
            {
                await engine.DisposeAsync();
            }

            Remove(temporary);
            throw;
        }
    }

    /// <summary>Inserts a document behind the clients' backs, as an administrator or an older program might have.</summary>
    /// <param name="document">Extended JSON.</param>
    public Task InsertAsync(string database, string collection, string document, CancellationToken cancellationToken) =>
        _calls.DocumentAsync(
            "select null from documentdb_api.insert_one($1, $2, ($3::text)::documentdb_core.bson)", cancellationToken, database, collection, document);

    /// <summary>kill -9 of the engine behind the gateway: clients see a server that died.</summary>
    public Task KillEngineAsync() => _engine.KillAsync();

    /// <summary>Waits until the engine ends, whoever ends it.</summary>
    public Task EngineEndAsync(CancellationToken cancellationToken) => _engine.EndAsync(cancellationToken);

    /// <summary>Starts the engine again on what it had stored.</summary>
    public Task RestartEngineAsync(CancellationToken cancellationToken) => _engine.StartAsync(cancellationToken);

    /// <summary>Cuts every client's connection; new ones are let in.</summary>
    public void HangUp()
    {
        foreach (var client in _clients.Values)
        {
            client.Close(0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        HangUp();
        await _serving;
        await _cursors.DisposeAsync();
        _commands.Dispose();
        await _engine.DisposeAsync();
        _ending.Dispose();
        Remove(_temporary);
    }

    private async Task ListenAsync()
    {
        var serving = new ConcurrentDictionary<long, Task>();
        for (long number = 1; !_ending.IsCancellationRequested; number++)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_ending.Token);
                long id = number;
                _clients[id] = client;
                serving[id] = Task.Run(async () =>
                {
                    await ServeAsync(client, id);
                    serving.TryRemove(id, out _);
                });
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Ending, or the client left before it was let in.
            }
        }

        await Task.WhenAll(serving.Values);
    }

    private async Task ServeAsync(Socket client, long id)
    {
        client.NoDelay = true;
        try
        {
            await using var network = new NetworkStream(client, ownsSocket: true);
            await using var stream = await SecureAsync(network);
            var connection = new ClientConnection(new MessageStream(stream), _commands, Faults, _options, EngineAnswersAsync, id, TimeProvider.System)
            {
                Address = $"127.0.0.1:{Port}",
            };
            await connection.ServeAsync(_ending.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or System.Security.Authentication.AuthenticationException or ObjectDisposedException or OperationCanceledException)
        {
            // The client is gone.
        }
        finally
        {
            _clients.TryRemove(id, out _);
        }
    }

    private async Task<Stream> SecureAsync(NetworkStream network)
    {
        if (_options.Certificate is not { } certificate)
        {
            return network;
        }

        var secure = new SslStream(network);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, _ending.Token);
        return secure;
    }

    private async Task<bool> EngineAnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _calls.ConnectAsync(cancellationToken);
            await using var probe = new NpgsqlCommand("select 1", connection);
            await probe.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static void Remove(string? folder)
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
