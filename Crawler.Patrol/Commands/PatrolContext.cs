using Crawler.Hosting.Settings;
using Spectre.Console;

namespace Crawler.Patrol.Commands;

/// <summary>What a command may touch of the world around it, so that tests can be that world.</summary>
internal sealed class PatrolContext
{
    private IAnsiConsole? _console;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Standard input, for a yes or no. Null: nobody is there to ask.</summary>
    public TextReader? Input { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The settings that the processes of an installation share; see docs/processes.md. Default: none.</summary>
    public Func<IConfigurationRoot> Settings { get; init; } = () => new ConfigurationBuilder().Build();

    /// <summary>Columns of the terminal, or of what stands in for it.</summary>
    public required int Width { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal that shows colours.</summary>
    public required bool Colours { get; init; }

    /// <summary>Made when first needed: JSON output needs none.</summary>
    public IAnsiConsole Console => _console ??= CreateConsole();

    public static PatrolContext ForThisProcess()
    {
        bool terminal = !System.Console.IsOutputRedirected;
        return new()
        {
            Out = System.Console.Out,
            Error = System.Console.Error,
            Input = System.Console.IsInputRedirected ? null : System.Console.In,
            Clock = TimeProvider.System,
            Environment = System.Environment.GetEnvironmentVariable,
            Settings = SharedSettings.Read,
            Width = terminal && System.Console.WindowWidth > 0 ? System.Console.WindowWidth : 160,
            Colours = terminal && string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    private IAnsiConsole CreateConsole()
    {
        var made = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = Colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        made.Profile.Width = Width;
        return made;
    }
}
