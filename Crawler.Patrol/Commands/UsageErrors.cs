using System.CommandLine;
using Crawler.Contracts.Spelling;

namespace Crawler.Patrol.Commands;

/// <summary>What is said to somebody whose command line was not understood.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        string path = CommandPath.Of(command);
        if (command.Subcommands.Count > 0)
        {
            var known = command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).ToList();
            return parse.UnmatchedTokens is [var word, ..] && !word.StartsWith('-')
                ? [$"'{path}' has no command '{word}'{Suggestion(word, known)}"]
                : [.. parse.UnmatchedTokens.Select(w => $"'{path}' has no option '{w}'"), $"'{path}' needs one of: {string.Join(", ", known)}"];
        }

        if (Missing(parse) is { Count: > 0 } missing)
        {
            return [$"'{path}' needs {string.Join(" and ", missing)}"];
        }

        return [.. parse.Errors.Select(e => OneLine(e.Message)).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Missing(ParseResult parse) =>
    [
        .. parse.CommandResult.Command.Arguments
            .Where(a => a.Arity.MinimumNumberOfValues > 0 && parse.GetResult(a) is null or { Tokens.Count: 0 })
            .Select(a => a.Name),
        .. parse.CommandResult.Command.Options.Where(o => o.Required && parse.GetResult(o) is null or { Implicit: true }).Select(o => o.Name),
    ];

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string Suggestion(string word, IEnumerable<string> known) => NearestWord.To(word, known) is { } near ? $"; did you mean '{near}'?" : "";
}
