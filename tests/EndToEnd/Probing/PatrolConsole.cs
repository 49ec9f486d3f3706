using Crawler.Patrol.Commands;
using Crawler.Patrol.Commands.Hosted;

namespace EndToEnd.Probing;

/// <summary>The patrol command in an empty home of its own: it knows no definition but those it writes itself.</summary>
internal sealed class PatrolConsole : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("patrol-probe-");

    public string Sites => Path.Combine(_home.FullName, "sites");

    public async Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var context = new PatrolContext
        {
            Out = output,
            Error = error,
            Clock = TimeProvider.System,
            Environment = name => name == "PATROL_HOME" ? _home.FullName : null,
            Width = 160,
            Colours = false,
        };
        int exitCode = await PatrolCommandLine.RunAsync(PatrolCommandLine.Build(context, new OnceRunner()), arguments, context, CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _home.Delete(recursive: true);
}
