using System.CommandLine;

namespace Crawler.Patrol.Commands;

/// <summary>A command's full name.</summary>
internal static class CommandPath
{
    /// <summary>"patrol watch add", whatever the program file is called.</summary>
    public static string Of(Command command)
    {
        var names = new List<string>();
        for (Command? at = command; at is not null and not RootCommand; at = at.Parents.OfType<Command>().FirstOrDefault())
        {
            names.Insert(0, at.Name);
        }

        return string.Join(' ', ["patrol", .. names]);
    }
}
