using System.CommandLine;

namespace Crawler.Patrol.Commands;

/// <summary>Options that mean the same in every command that has them.</summary>
internal static class SharedOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Data directory: store, evidence, instance file. Default: $PATROL_DATA, else 'data' beside this program's sites.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON instead of text." };
}
