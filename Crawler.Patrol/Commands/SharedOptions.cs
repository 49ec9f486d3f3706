using System.CommandLine;
using System.Globalization;

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

    /// <summary>How many lines at most.</summary>
    public static Option<int> Limit(int fallback)
    {
        var limit = new Option<int>("--limit") { Description = "How many to show at most.", HelpName = "N", DefaultValueFactory = _ => fallback };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1))
            {
                result.AddError($"--limit is {token.Value}: give a whole number of at least 1");
            }
        });
        return limit;
    }
}
