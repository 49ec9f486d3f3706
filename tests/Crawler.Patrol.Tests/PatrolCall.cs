using Crawler.Patrol.Commands;
using Crawler.Patrol.Commands.Hosted;
using Microsoft.Extensions.Configuration;

namespace Crawler.Patrol.Tests;

/// <summary>Calls of the command in a world of the test's own: its environment, its data directory, its clock, and a terminal that is a string.</summary>
internal sealed class PatrolCall : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("patrol-test-");

    /// <summary>PATROL_HOME: an empty directory of the test's own.</summary>
    public string Home => _home.FullName;

    public string Data => Path.Combine(Home, "data");

    public int Width { get; set; } = 120;

    /// <summary>Settings of an installation: Store:Kind to Mongo.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>How a sweep is run in this process.</summary>
    public IOnceRunner Once { get; set; } = new OnceRunner();

    public static DateTimeOffset Now { get; } = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>Runs the command as the shell would.</summary>
    public Task<PatrolAnswer> RunAsync(params string[] arguments) => RunAsync(input: null, arguments);

    /// <summary>Runs the command with somebody at the keyboard who types <paramref name="input"/>.</summary>
    public async Task<PatrolAnswer> RunAsync(string? input, string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var context = new PatrolContext
        {
            Out = output,
            Error = error,
            Input = input is null ? null : new StringReader(input),
            Clock = new FixedClock(Now),
            Environment = name => name == "PATROL_HOME" ? Home : null,
            Settings = () => new ConfigurationBuilder().AddInMemoryCollection(Settings).Build(),
            Width = Width,
            Colours = false,
        };
        int exitCode = await PatrolCommandLine.RunAsync(PatrolCommandLine.Build(context, Once), arguments, context, CancellationToken.None);
        return new(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _home.Delete(recursive: true);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>How a call ended.</summary>
internal sealed record PatrolAnswer(int ExitCode, string Out, string Error);
