using Crawler.Contracts.Sweeps;

namespace Crawler.Review.Sweeps;

/// <summary>What a sweep did not see, over all sites, most first.</summary>
/// <param name="Complete">Everything that was to be looked at was seen (so far, while it runs).</param>
/// <param name="PagesNotSeen">How many pages were not.</param>
internal sealed record SweepCoverage(bool Complete, int PagesNotSeen, IReadOnlyList<SiteGap> Gaps)
{
    public static SweepCoverage Of(Sweep sweep)
    {
        var gaps = sweep.Sites
            .SelectMany(s => s.NotSeen.Select(n => new SiteGap(s.SiteId, s.SiteName ?? s.SiteId, n)))
            .OrderByDescending(g => g.NotSeen.Count)
            .ToList();
        return new SweepCoverage(gaps.Count == 0, gaps.Sum(g => g.NotSeen.Count), gaps);
    }
}

/// <summary>Something one site did not let be seen.</summary>
internal sealed record SiteGap(string SiteId, string SiteName, NotSeen NotSeen);

/// <summary>A page of sweeps.</summary>
/// <param name="Next">For <c>after</c>. Null: that was all.</param>
internal sealed record SweepPageReply(IReadOnlyList<SweepSummary> Items, string? Next);

/// <summary>A sweep and what it did not see.</summary>
internal sealed record SweepDetail(Sweep Sweep, SweepCoverage Coverage);

/// <summary>A sweep in one line.</summary>
internal sealed record SweepSummary(
    string Id,
    string WatchListId,
    string WatchListName,
    SweepTrigger Trigger,
    SweepState State,
    DateTimeOffset ScheduledFor,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int Sites,
    int ListingsNew,
    int ListingsChanged,
    int ListingsGone,
    int PagesNotSeen)
{
    public static SweepSummary Of(Sweep sweep) => new(
        sweep.Id,
        sweep.WatchListId,
        sweep.WatchList.Name,
        sweep.Trigger,
        sweep.State,
        sweep.ScheduledFor,
        sweep.StartedAt,
        sweep.EndedAt,
        sweep.Sites.Count,
        sweep.Sites.Sum(s => s.ListingsNew),
        sweep.Sites.Sum(s => s.ListingsChanged),
        sweep.Sites.Sum(s => s.ListingsGone),
        sweep.Sites.Sum(s => s.NotSeen.Sum(n => n.Count)));
}
