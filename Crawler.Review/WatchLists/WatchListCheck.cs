using Crawler.Analysis.WatchLists;
using Crawler.Contracts.WatchLists;
using Crawler.Review.Sites;

namespace Crawler.Review.WatchLists;

/// <summary>Says what is wrong with a watch list: its members, its sites and, by the scheduler's word, its schedule.</summary>
internal sealed class WatchListCheck(SiteOverview sites, WatchListEditor editor)
{
    /// <summary>Problems by field, and the next runs.</summary>
    public async Task<WatchListChecked> CheckAsync(WatchList list, CancellationToken cancellationToken)
    {
        var known = await sites.NamesAsync(cancellationToken);
        var problems = WatchListValidator.Validate(list, [.. known.Keys]).ToList();
        if (problems.Exists(p => p.Field.StartsWith("schedule", StringComparison.Ordinal)))
        {
            return new WatchListChecked(problems, null);
        }

        // Without a scheduler a list can still be stored; its schedule is checked when one reads it.
        var schedule = await editor.CheckAsync(list.Schedule, cancellationToken);
        if (schedule?.Problem is { } problem)
        {
            problems.Add(new WatchListProblem("schedule.cron", problem));
        }

        return new WatchListChecked(problems, schedule?.Problem is null ? schedule?.NextRuns : null);
    }

    /// <summary>Messages by field, as problem+json has them.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> ErrorsAsync(WatchList list, CancellationToken cancellationToken)
    {
        var found = await CheckAsync(list, cancellationToken);
        return found.Problems.GroupBy(p => p.Field, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => g.Select(p => p.ToString()).ToArray(), StringComparer.Ordinal);
    }
}

/// <summary>What a check found.</summary>
/// <param name="NextRuns">Null: the schedule is wrong, or no scheduler answered.</param>
internal sealed record WatchListChecked(IReadOnlyList<WatchListProblem> Problems, IReadOnlyList<DateTimeOffset>? NextRuns);
