using System.CommandLine;

namespace Crawler.Patrol.Commands;

/// <summary>A word that only gathers commands: <c>patrol watch</c>.</summary>
internal static class CommandGroup
{
    public static Command Of(string name, string description, params IReadOnlyList<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
        {
            group.Add(command);
        }

        return group.WithExamples([.. commands.Select(c => CommandHelp.ExamplesOf(c)[0])]);
    }
}
