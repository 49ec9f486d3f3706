using System.Globalization;

namespace EndToEnd.Support.Distributed;

/// <summary>A room of the system as a process of its own, with a supervisor that starts it again when it ends, as systemd or an orchestrator would.</summary>
internal sealed class RoomProcess : IAsyncDisposable
{
    private static readonly TimeSpan RestartAfter = TimeSpan.FromSeconds(1);

    private readonly string _program;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly CancellationTokenSource _ending = new();
    private KeptProcess? _process;
    private Task _supervising = Task.CompletedTask;

    private RoomProcess(string name, string program, IReadOnlyDictionary<string, string> settings, string log)
    {
        Name = name;
        _program = program;
        _settings = settings;
        Log = log;
    }

    public string Name { get; }

    /// <summary>The file with all it said, over all its lives.</summary>
    public string Log { get; }

    /// <summary>How often the supervisor started it again.</summary>
    public int Restarts { get; private set; }

    /// <summary>How often it ended without having been killed.</summary>
    public int OwnEnds { get; private set; }

    /// <summary>Its process at this moment.</summary>
    public int ProcessId => _process!.Id;

    private volatile bool _killed;

    /// <param name="name">What people call it: worker-2.</param>
    /// <param name="program">Its assembly, beside these tests: Crawler.Worker.</param>
    /// <param name="settings">Setting (Bus:Port) to value.</param>
    /// <param name="folder">For its log.</param>
    public static async Task<RoomProcess> StartAsync(
        string name, string program, IReadOnlyDictionary<string, string> settings, string folder, CancellationToken cancellationToken)
    {
        var environment = settings.ToDictionary(
            s => "CYBERPATROL_" + s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal);
        environment["DOTNET_TieredPGO"] = "0"; // short lives: what is learned by watching is never used
        environment["DOTNET_EnableDiagnostics"] = "0"; // its sockets would stay in /tmp when it is killed
        var room = new RoomProcess(name, Path.Combine(AppContext.BaseDirectory, program + ".dll"), environment, Path.Combine(folder, name + ".log"));
        await room.LaunchAsync(cancellationToken);
        room._supervising = room.SuperviseAsync();
        return room;
    }

    /// <summary>Waits until it says that it runs.</summary>
    public async Task RunsAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        while (!(await File.ReadAllTextAsync(Log, limit.Token)).Contains(" is running", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>kill -9 of this process alone; what it started (a browser) has to notice by itself.</summary>
    public async Task KillAsync()
    {
        _killed = true;
        await _process!.KillAsync();
    }

    /// <summary>SIGTERM, and no new start.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        await _ending.CancelAsync();
        await _supervising;
        await _process!.StopAsync(patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(20));
        await _process!.DisposeAsync();
        _ending.Dispose();
    }

    private async Task LaunchAsync(CancellationToken cancellationToken) =>
        // The sites of the practice world stand for other people's machines: what crawls them must not take their processor.
        _process = await KeptProcess.StartAsync("nice", ["-n", "5", "dotnet", _program], _settings, Log, cancellationToken);

    private async Task SuperviseAsync()
    {
        try
        {
            while (true)
            {
                await _process!.EndAsync(_ending.Token);
                await File.AppendAllTextAsync(
                    Log, string.Create(CultureInfo.InvariantCulture, $"--- {(_killed ? "killed" : "ended by itself")}\n"), _ending.Token);
                OwnEnds += _killed ? 0 : 1;
                await Task.Delay(RestartAfter, TimeProvider.System, _ending.Token);
                await _process.DisposeAsync();
                _killed = false;
                await LaunchAsync(CancellationToken.None);
                Restarts++;
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
