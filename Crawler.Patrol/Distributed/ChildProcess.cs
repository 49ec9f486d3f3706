using System.Diagnostics;

namespace Crawler.Patrol.Distributed;

/// <summary>
/// A process that never outlives this one, however this one ends: a shell beside it holds the other end of a pipe and stops it when the pipe breaks. What it
/// says goes to a file.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>
    /// $1: the log; $2: the command, then its arguments. A child in the background has no standard input of its own, so the pipe is kept as 3.
    /// </summary>
    private const string Leash = """
        log=$1; shift
        exec 3<&0
        "$@" >>"$log" 2>&1 </dev/null 3<&- &
        child=$!
        trap 'kill -TERM $child 2>/dev/null' TERM INT HUP
        { cat <&3 >/dev/null; kill -TERM $child; } >/dev/null 2>&1 &
        leash=$!
        while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
        kill $leash 2>/dev/null
        [ -z "$LEASH_AFTERWARDS" ] || $LEASH_AFTERWARDS >/dev/null 2>&1 || { sleep 1; $LEASH_AFTERWARDS; } >/dev/null 2>&1
        exit $code
        """;

    /// <summary>The variable with a command to run when the process has ended, whoever ended it.</summary>
    public const string Afterwards = "LEASH_AFTERWARDS";

    private readonly Process _shell;

    private ChildProcess(string name, string log, Process shell)
    {
        Name = name;
        Log = log;
        _shell = shell;
    }

    public string Name { get; }

    /// <summary>The file with what it said.</summary>
    public string Log { get; }

    public bool HasExited => _shell.HasExited;

    /// <summary>Its exit code, once it has exited.</summary>
    public int ExitCode => _shell.ExitCode;

    /// <param name="name">What it is called to people.</param>
    /// <param name="log">Appended to.</param>
    public static ChildProcess Start(string name, string log, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        foreach (string argument in (string[])["-c", Leash, "leash", log, .. command])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return new ChildProcess(name, log, Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start"));
    }

    /// <summary>The last lines it said.</summary>
    public string LastWords(int lines = 5) => File.Exists(Log) ? string.Join(Environment.NewLine, File.ReadLines(Log).TakeLast(lines)) : "";

    /// <summary>Asks it to stop, and makes it after a while.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (_shell.HasExited)
        {
            return;
        }

        _shell.StandardInput.Close();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <summary>kill -9, with all it started.</summary>
    public async Task KillAsync()
    {
        _shell.Kill(entireProcessTree: true);
        await _shell.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(60));
        _shell.Dispose();
    }
}
