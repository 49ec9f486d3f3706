using System.Diagnostics;

namespace Crawler.Storage.Tests.Processes;

/// <summary>This test assembly, running as a process of its own.</summary>
internal sealed class Child : IDisposable
{
    // A user without rights on every Linux: nobody.
    private const string Nobody = "65534";

    private readonly Process _process;

    private Child(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        _process = Process.Start(start)!;
    }

    public static Child Start(params string[] arguments) => new(new ProcessStartInfo(Host, ["exec", Assembly, .. arguments]));

    /// <summary>As a user whom file permissions bind, which they do not bind the super-user.</summary>
    public static Child StartUnprivileged(params string[] arguments) => Environment.IsPrivilegedProcess
        ? new Child(new ProcessStartInfo("setpriv", ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", Host, "exec", Assembly, .. arguments]))
        : Start(arguments);

    public async Task<IReadOnlyList<string>> ReadLinesAsync(int count, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < count && await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Ends the process with no chance to tidy up (SIGKILL), and gives what it had still written.</summary>
    public async Task<string> KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        string rest = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return rest;
    }

    public async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        string output = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        Assert.That(_process.ExitCode, Is.Zero, output);
        return output;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Host => Environment.ProcessPath!;

    private static string Assembly => typeof(Child).Assembly.Location;
}
