using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Support.Distributed;

/// <summary>A server that ends with this process, however this one ends: it is killed when the pipe to its keeper closes.</summary>
internal sealed class KeptProcess : IAsyncDisposable
{
    // Says the pid of "$@", waits for its end, and kills it when the standard input closes, which it does when this process dies, and when the keeper itself
    // is killed.
    private const string Keeper = """
        exec 3<&0
        log=$1; shift
        setpriv --pdeathsig KILL "$@" 3<&- </dev/null >>"$log" 2>&1 &
        child=$!
        echo $child
        (while read -r _ <&3; do :; done; kill -KILL $child) 2>/dev/null >&2 &
        watcher=$!
        wait $child
        code=$?
        kill $watcher 2>/dev/null
        exit $code
        """;

    private readonly Process _keeper;

    private KeptProcess(Process keeper, int id)
    {
        _keeper = keeper;
        Id = id;
    }

    public int Id { get; }

    public bool HasExited => _keeper.HasExited;

    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="environment">Added to this process's own.</param>
    /// <param name="log">The file to which its words are appended.</param>
    public static async Task<KeptProcess> StartAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string log, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])["-c", Keeper, "sh", log, program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var keeper = Process.Start(start) ?? throw new InvalidOperationException("/bin/sh did not start");
        string? id = await keeper.StandardOutput.ReadLineAsync(cancellationToken);
        return new KeptProcess(keeper, int.Parse(id ?? throw new InvalidOperationException($"{program} did not start"), CultureInfo.InvariantCulture));
    }

    /// <summary>SIGTERM, and SIGKILL when that does not end it in time.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (!_keeper.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(patience);
            try
            {
                await _keeper.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                await KillAsync();
            }
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
    }

    /// <summary>Waits for its end, which someone else brings about.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => _keeper.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _keeper.Dispose();
    }
}
