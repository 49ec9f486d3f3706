using System.Text.RegularExpressions;
using Crawler.Sites.Files;

namespace Crawler.Extraction.Learning;

/// <summary>The regular expression that takes a site's id out of an address or an attribute.</summary>
internal static partial class IdPattern
{
    /// <summary>For addresses: what stands before the id and what after it is the same in all of them. Null: there is no such pattern.</summary>
    /// <param name="pairs">Addresses and the ids in them.</param>
    public static string? OfAddresses(IReadOnlyList<(string Url, string Id)> pairs)
    {
        if (pairs.Count == 0 || pairs.Any(p => !p.Url.Contains(p.Id, StringComparison.Ordinal)))
        {
            return null;
        }

        string form = Form([.. pairs.Select(p => p.Id)]);
        foreach (string candidate in Frames(pairs[0]).Select(f => f.Before + $"({form})" + f.After))
        {
            if (FieldRules.RegexProblem(candidate) is null && pairs.All(p => RuleRegex.Value(candidate, p.Url) == p.Id))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>For an attribute such as <c>topic-123</c>. Null: the value does not hold the id after a plain word.</summary>
    public static string? Around(string value, string id)
    {
        int at = value.IndexOf(id, StringComparison.Ordinal);
        return at > 0 && at + id.Length == value.Length && Word().IsMatch(value[..at]) ? $"^{Regex.Escape(value[..at])}(.+)$" : null;
    }

    /// <summary>What ids look like: digits, with a fixed beginning where all have one.</summary>
    private static string Form(IReadOnlyList<string> ids)
    {
        string start = ids[0];
        foreach (string id in ids)
        {
            int same = 0;
            while (same < start.Length && same < id.Length && start[same] == id[same])
            {
                same++;
            }

            start = start[..same];
        }

        string letters = Letters().Match(start).Value;
        if (ids.All(i => Digits().IsMatch(i[letters.Length..])))
        {
            return Escape(letters) + @"\d+";
        }

        return ids.All(i => Plain().IsMatch(i)) ? @"\w+" : @"[\w-]+";
    }

    /// <summary>What may stand around it, shortest first.</summary>
    private static IEnumerable<(string Before, string After)> Frames((string Url, string Id) pair)
    {
        int at = pair.Url.LastIndexOf(pair.Id, StringComparison.Ordinal);
        string before = pair.Url[..at], after = pair.Url[(at + pair.Id.Length)..];
        var ends = new List<string>();
        if (after.Length == 0)
        {
            ends.Add("$");
            ends.Add(@"(?:[?#]|$)");
        }
        else
        {
            ends.Add(Escape(after[..1]));
            ends.Add("(?:[/?#&.-]|$)");
        }

        var starts = new List<string>();
        if (Parameter().Match(before) is { Success: true } parameter)
        {
            starts.Add($"[?&]{Escape(parameter.Groups["name"].Value)}=");
        }
        else if (before.Length > 0)
        {
            starts.Add(Escape(before[^1..]));
            if (LastSegment().Match(before) is { Success: true } segment)
            {
                starts.Add(Escape(segment.Value));
            }
        }

        starts.Add("");
        foreach (string start in starts)
        {
            if (start.StartsWith("[?&]", StringComparison.Ordinal))
            {
                yield return (start, "");
                continue;
            }

            foreach (string end in ends)
            {
                yield return (start, end);
            }

            yield return (start, "");
        }
    }

    private static string Escape(string text) => Regex.Escape(text);

    [GeneratedRegex(@"^\p{L}*-?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"^\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\w+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"[?&](?<name>[\w.-]+)=$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"/\p{L}[\p{L}-]*/$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LastSegment();

    [GeneratedRegex(@"^[\p{L}_-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
