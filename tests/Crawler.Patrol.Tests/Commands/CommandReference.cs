using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Crawler.Patrol.Commands;

namespace Crawler.Patrol.Tests.Commands;

/// <summary>The commands as a chapter of Markdown, from what they say of themselves.</summary>
internal static class CommandReference
{
    public static string Of(RootCommand root)
    {
        var text = new StringBuilder();
        text.Append("Every command takes these:\n\n").Append(Options(root.Options));
        foreach (var command in CommandHelp.Tree(root).Where(c => c.Subcommands.Count == 0))
        {
            text.Append($"\n## {CommandPath.Of(command)}\n\n{command.Description}\n\n```\n{Usage(command)}\n```\n");
            string arguments = string.Concat(command.Arguments.Select(a => $"| `{a.Name}` | {Cell(a.Description)} |\n")) + Rows(command.Options);
            if (arguments.Length > 0)
            {
                text.Append("\n| | |\n|---|---|\n").Append(arguments);
            }

            text.Append("\n```sh\n").AppendJoin('\n', CommandHelp.ExamplesOf(command).Select(e => "./" + e)).Append("\n```\n");
        }

        return text.ToString();
    }

    private static string Usage(Command command) => string.Join(' ',
    [
        CommandPath.Of(command),
        .. command.Arguments.Select(a => a.Name),
        .. command.Options.Where(o => o is not HelpOption).Select(o => o.Required ? Form(o) : $"[{Form(o)}]"),
    ]);

    private static string Options(IEnumerable<Option> options) => "| | |\n|---|---|\n" + Rows(options);

    private static string Rows(IEnumerable<Option> options) =>
        string.Concat(options.Where(o => o is not HelpOption).Select(o => $"| `{Form(o)}` | {Cell(o.Description)} |\n"));

    private static string Form(Option option) => option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName}";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
