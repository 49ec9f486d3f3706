using System.CommandLine;

namespace Crawler.Patrol.Commands;

/// <summary>Options of the commands that start the system.</summary>
internal static class HostedOptions
{
    public static Option<int> Console { get; } = new("--port")
    {
        Description = "Port of the console on 127.0.0.1. Default: 8080.",
        HelpName = "PORT",
        DefaultValueFactory = _ => 8080,
    };

    /// <summary>The console answers on this machine only, until it has a log-in.</summary>
    public static Uri ConsoleUrl(CommandRun run) => new($"http://127.0.0.1:{run.Parse.GetValue(Console)}");

    /// <summary>The settings of the installation; a port that was named on the command line overrides <c>Review:Url</c>.</summary>
    public static IConfiguration Settings(CommandRun run)
    {
        var settings = new ConfigurationBuilder().AddConfiguration(run.Context.Settings());
        if (run.Parse.GetResult(Console) is { Implicit: false })
        {
            settings.AddInMemoryCollection([new("Review:Url", ConsoleUrl(run).AbsoluteUri)]);
        }

        return settings.Build();
    }
}
