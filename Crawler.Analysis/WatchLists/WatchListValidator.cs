using System.Text.RegularExpressions;
using Crawler.Analysis.Matching;
using Crawler.Contracts.Spelling;
using Crawler.Contracts.WatchLists;

namespace Crawler.Analysis.WatchLists;

/// <summary>
/// What a watch list must be before it is stored, wherever it comes from: file, API or console. Whether its cron expression is one, the scheduler says.
/// </summary>
public static partial class WatchListValidator
{
    private const int LongestId = 60;
    private const int LongestTerm = 200;

    /// <summary>Empty: nothing is wrong.</summary>
    /// <param name="list">The list.</param>
    /// <param name="knownSiteIds">The sites that can be searched.</param>
    public static IReadOnlyList<WatchListProblem> Validate(WatchList list, IReadOnlyCollection<string> knownSiteIds)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(knownSiteIds);
        return [.. Identity(list), .. Sites(list, knownSiteIds), .. Schedule(list), .. Terms(list)];
    }

    private static IEnumerable<WatchListProblem> Identity(WatchList list)
    {
        if (!IdForm().IsMatch(list.Id) || list.Id.Length > LongestId)
        {
            yield return new WatchListProblem(
                "id", $"\"{list.Id}\" cannot be an id: lower-case letters, digits and dashes, at most {LongestId}, beginning with a letter or digit");
        }

        if (string.IsNullOrWhiteSpace(list.Name))
        {
            yield return new WatchListProblem("name", "is empty; give the list a name that colleagues recognise");
        }

        if (list.MaxPagesPerSearch is < 1 or > 1000)
        {
            yield return new WatchListProblem("maxPagesPerSearch", $"is {list.MaxPagesPerSearch}; it must be from 1 to 1000");
        }
    }

    private static IEnumerable<WatchListProblem> Sites(WatchList list, IReadOnlyCollection<string> knownSiteIds)
    {
        if (list.SiteIds.Count == 0)
        {
            yield return new WatchListProblem("sites", "names no site; nothing would be searched");
        }

        foreach (string unknown in list.SiteIds.Distinct(StringComparer.Ordinal).Where(s => !knownSiteIds.Contains(s, StringComparer.Ordinal)))
        {
            string? nearest = NearestWord.To(unknown, knownSiteIds);
            yield return new WatchListProblem("sites", $"there is no site \"{unknown}\"{(nearest is null ? "" : $"; did you mean \"{nearest}\"?")}");
        }

        foreach (string twice in Doubles(list.SiteIds))
        {
            yield return new WatchListProblem("sites", $"names \"{twice}\" more than once");
        }
    }

    private static IEnumerable<WatchListProblem> Schedule(WatchList list)
    {
        if (string.IsNullOrWhiteSpace(list.Schedule.Cron))
        {
            yield return new WatchListProblem("schedule.cron", $"is empty; nightly at two would be \"{WatchSchedule.Nightly}\"");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(list.Schedule.TimeZone, out TimeZoneInfo? zone) || !zone.HasIanaId)
        {
            yield return new WatchListProblem(
                "schedule.timeZone", $"\"{list.Schedule.TimeZone}\" is not an IANA time zone; valid are names such as UTC or Europe/Brussels");
        }
    }

    private static IEnumerable<WatchListProblem> Terms(WatchList list)
    {
        if (list.Terms.Count == 0)
        {
            yield return new WatchListProblem("terms", "names no term; nothing would be searched for");
        }
        else if (!list.Terms.Any(t => t.Search))
        {
            yield return new WatchListProblem("terms", "none of the terms is searched for (search: false on all); nothing would be found");
        }

        for (int i = 0; i < list.Terms.Count; i++)
        {
            WatchTerm term = list.Terms[i];
            foreach ((string field, string spelling) in Spellings(term))
            {
                if (WhyNotASpelling(spelling) is { } reason)
                {
                    yield return new WatchListProblem($"terms[{i}].{field}", $"\"{spelling}\" {reason}");
                }
            }

            if (term.Language is { } language && !LanguageForm().IsMatch(language))
            {
                yield return new WatchListProblem($"terms[{i}].language", $"\"{language}\" is not an ISO 639-1 code such as nl, fr, de or en");
            }
        }

        foreach (string twice in Doubles(list.Terms.Select(t => $"{FoldedText.Plain(t.Text)}\n{t.Language}")))
        {
            yield return new WatchListProblem("terms", $"\"{twice.Split('\n')[0]}\" stands there more than once for the same language");
        }
    }

    private static IEnumerable<(string Field, string Spelling)> Spellings(WatchTerm term) =>
        term.Variants.Select(v => ("variants", v)).Concat(term.Exclude.Select(e => ("exclude", e))).Prepend(("text", term.Text));

    private static string? WhyNotASpelling(string spelling)
    {
        string bare = spelling.Trim().Trim('*');
        return bare switch
        {
            _ when FoldedText.Plain(bare).Length == 0 => "holds nothing to look for",
            _ when bare.Contains('*', StringComparison.Ordinal) => "has a star inside; a star may stand at the beginning or the end",
            _ when bare.Length < spelling.Trim().Length && FoldedText.Plain(bare).Length < 3 => "is too short for a star; it would match nearly everything",
            _ when spelling.Length > LongestTerm => $"is longer than {LongestTerm} characters",
            _ => null,
        };
    }

    private static IEnumerable<string> Doubles(IEnumerable<string> values) =>
        values.GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[a-z]{2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageForm();
}
