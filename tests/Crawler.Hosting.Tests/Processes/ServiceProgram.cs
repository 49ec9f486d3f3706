using System.Diagnostics;
using Crawler.Patrol.Distributed;

namespace Crawler.Hosting.Tests.Processes;

/// <summary>The system's real programs, as built, each over a folder of its own.</summary>
internal static class ServiceProgram
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its project: Crawler.Worker.</param>
    /// <param name="settings">As environment variables name them, without the prefix: Bus__Port.</param>
    public static async Task<(int ExitCode, string Errors, string Log)> RunAsync(string program, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(PathOf(program));
        foreach (var (name, value) in Environment(folder, settings))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(90));
        string log = await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, errors, log);
    }

    /// <summary>Starts a program; its words go to <c>log</c> in the folder.</summary>
    public static ChildProcess Start(string program, string folder, IReadOnlyDictionary<string, string> settings) =>
        ChildProcess.Start(program, Path.Combine(folder, "log"), Environment(folder, settings), "dotnet", PathOf(program));

    /// <summary>Waits until it has said so.</summary>
    public static async Task SaysAsync(ChildProcess process, string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!process.LastWords(int.MaxValue).Contains(words, StringComparison.Ordinal))
        {
            Assert.That(process.HasExited || limit.IsCancellationRequested, Is.False, $"never said '{words}', but: {process.LastWords(20)}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static Dictionary<string, string> Environment(string folder, IReadOnlyDictionary<string, string> settings) => settings
        .Append(new("Store__Folder", folder))
        .ToDictionary(s => "CYBERPATROL_" + s.Key, s => s.Value, StringComparer.Ordinal);

    /// <param name="program">Its project.</param>
    /// <param name="assembly">Null: called as the project.</param>
    public static string PathOf(string program, string? assembly = null)
    {
        string[] here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        string root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("/tests/", StringComparison.Ordinal)];
        return Path.Combine(root, program, "bin", here[^2], here[^1], (assembly ?? program) + ".dll");
    }
}
