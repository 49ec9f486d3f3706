using System.CommandLine;
using System.CommandLine.Help;

namespace Crawler.Patrol.Commands;

/// <summary>What a tree of commands says of itself.</summary>
internal static class CommandHelp
{
    /// <summary>The command and all below it, in the order of the help.</summary>
    public static IEnumerable<Command> Tree(Command command) => [command, .. command.Subcommands.SelectMany(Tree)];

    /// <summary>The examples at the end of the command's help.</summary>
    public static IReadOnlyList<string> ExamplesOf(Command command) =>
        command.Options.OfType<HelpOption>().Select(o => o.Action).OfType<ExamplesHelpAction>().SelectMany(a => a.Examples).ToList();
}
