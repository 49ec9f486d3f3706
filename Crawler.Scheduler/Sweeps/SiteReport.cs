using Crawler.Contracts.Sweeps;

namespace Crawler.Scheduler.Sweeps;

/// <summary>What one site's jobs add up to: what was seen, and, as loudly, what was not.</summary>
internal static class SiteReport
{
    /// <summary>The final word on a site.</summary>
    /// <param name="part">As it stood; what it already says was not seen is kept.</param>
    /// <param name="jobs">All its jobs, ended.</param>
    /// <param name="listingsShown">Listings that searches or captures of this sweep showed.</param>
    public static SiteSweep Complete(SiteSweep part, IReadOnlyCollection<SweepJob> jobs, int listingsShown)
    {
        var results = jobs.Where(j => j.State is JobState.Done).Select(j => j.Outcome?.Result).OfType<CaptureResult>().CountBy(r => r).ToDictionary();
        int added = results.GetValueOrDefault(CaptureResult.New);
        int changed = results.GetValueOrDefault(CaptureResult.Changed);
        NotSeen[] notSeen = [.. part.NotSeen, .. NotSeenIn(jobs)];
        return part with
        {
            Phase = SitePhase.Ended,
            Jobs = Count(jobs),
            RowsSeen = jobs.Where(j => j.State is JobState.Done).Sum(j => j.Outcome?.Rows ?? 0),
            ListingsNew = added,
            ListingsChanged = changed,
            ListingsUnchanged = Math.Max(results.GetValueOrDefault(CaptureResult.Unchanged), listingsShown - added - changed),
            ListingsGone = results.GetValueOrDefault(CaptureResult.Gone),
            NotRelevant = results.GetValueOrDefault(CaptureResult.NotRelevant),
            NotSeen = notSeen,
            Outcome = OutcomeMeaning.OfSite([.. notSeen.Select(n => n.Outcome)], [.. jobs.Select(j => j.Outcome?.Kind).OfType<OutcomeKind>()]),
        };
    }

    private static IEnumerable<NotSeen> NotSeenIn(IReadOnlyCollection<SweepJob> jobs)
    {
        foreach (var group in jobs
            .Where(j => !OutcomeMeaning.WasSeen(j.Kind, j.State, j.Outcome?.Kind))
            .GroupBy(j => (Outcome: j.Outcome?.Kind ?? OutcomeKind.InternalError, j.Kind))
            .OrderByDescending(g => OutcomeMeaning.Loudness(g.Key.Outcome))
            .ThenBy(g => g.Key.Kind))
        {
            var example = group.OrderBy(j => j.CreatedAt).ThenBy(UrlOf, StringComparer.Ordinal).First();
            string words = OutcomeMeaning.InWords(group.Key.Outcome);
            yield return new NotSeen
            {
                Outcome = group.Key.Outcome,
                JobKind = group.Key.Kind,
                Count = group.Count(),
                Reason = example.Outcome?.Detail is { Length: > 0 } detail ? $"{words} ({detail})" : words,
                ExampleUrl = UrlOf(example),
            };
        }

        SweepJob[] cut = [.. jobs.Where(j => j is { State: JobState.Done, Outcome.MorePages: true })];
        if (cut.Length > 0)
        {
            yield return new NotSeen
            {
                Outcome = OutcomeKind.LimitReached,
                JobKind = JobKind.Search,
                Count = cut.Length,
                Reason = "More result pages existed than the watch list allows to be read.",
                ExampleUrl = cut.Select(UrlOf).Order(StringComparer.Ordinal).First(),
            };
        }
    }

    private static string? UrlOf(SweepJob job) => job.Outcome?.Url ?? job.Capture?.Url ?? job.Search?.Url;

    private static JobCounts Count(IReadOnlyCollection<SweepJob> jobs)
    {
        int In(JobState state) => jobs.Count(j => j.State == state);
        return new JobCounts
        {
            Pending = In(JobState.Pending),
            Sent = In(JobState.Sent),
            Running = In(JobState.Running),
            Done = In(JobState.Done),
            Failed = In(JobState.Failed),
            Skipped = In(JobState.Skipped),
        };
    }
}
