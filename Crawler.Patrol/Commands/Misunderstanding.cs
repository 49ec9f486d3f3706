using System.CommandLine;

namespace Crawler.Patrol.Commands;

/// <summary>What is said to somebody whose command line was not understood.</summary>
internal static class Misunderstanding
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

    private static string Suggestion(string word, IEnumerable<string> known)
    {
        var near = known.Select(k => (Name: k, Distance: Distance(word, k))).Where(k => k.Distance <= 2).OrderBy(k => k.Distance).Select(k => k.Name).FirstOrDefault();
        return near is null ? "" : $"; did you mean '{near}'?";
    }

    /// <summary>Letters to add, drop or change (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
