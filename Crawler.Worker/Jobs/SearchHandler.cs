using Crawler.Contracts.Sweeps;
using Crawler.Fetching;
using Crawler.Ledger.Jobs;
using Crawler.Worker.Drift;

namespace Crawler.Worker.Jobs;

/// <summary>Reads one result page: fetch, extract rows, plan a capture for each new or changed one, plan the next page.</summary>
internal sealed class SearchHandler(
    IPageFetcher fetcher, PageReadings readings, RowTriage triage, DriftPageRecorder driftPages, JobLedger ledger, TimeProvider time)
{
    public async Task<JobVerdict> HandleAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var search = item.Job.Search ?? throw new InvalidOperationException($"job {item.Job.Id} has no search target");
        var request = SearchRequest.Of(item.Site, search);
        var url = request.Url;

        var outcome = await fetcher.FetchAsync(item.Site, request, cancellationToken);
        if (FetchVerdicts.WithoutPage(outcome, url) is { } noPage)
        {
            return noPage;
        }

        if (outcome is not FetchOutcome.Ok { Page: var page })
        {
            return new JobVerdict.Failed(
                FetchVerdicts.Describe(outcome.Kind, outcome.Detail, url, (outcome as FetchOutcome.Missing)?.Page.Status, null), Transient: false);
        }

        var reading = readings.ReadSearch(item.Site, page);
        var profile = PageProfiles.Of(item.Site, reading, page, further: search.Page > 1);
        if (reading.State is OutcomeKind.Empty || (reading.State is OutcomeKind.Drifted && search.Page > 1))
        {
            // Past the last page many sites show a page without rows and without a word: the pages before it were read, so the search has ended. The profile
            // remembers it.
            return new JobVerdict.Done(FetchVerdicts.Describe(OutcomeKind.Empty, reading.StateDetail, page) with { Page = profile });
        }

        if (reading.State is OutcomeKind.Ok or OutcomeKind.Drifted)
        {
            await driftPages.RecordAsync(item, page, profile, cancellationToken);
        }

        if (reading.State is not OutcomeKind.Ok)
        {
            return FetchVerdicts.Barred(reading.State, reading.StateDetail, page, profile, reading.OutOfTime);
        }

        var origin = JobOrigin.Of(item.Job);
        var triaged = await triage.SortAsync(item, reading.Rows, cancellationToken);
        foreach (var target in triaged.ToCapture)
        {
            await ledger.PlanAsync(JobTransitions.Plan(origin, target, time.GetUtcNow()), cancellationToken);
        }

        var next = NextSearch.After(item.Site, search, reading, page);
        bool cut = next is not null && search.Page >= item.Sweep.WatchList.MaxPagesPerSearch;
        if (next is not null && !cut)
        {
            await ledger.PlanAsync(JobTransitions.Plan(origin, next, time.GetUtcNow()), cancellationToken);
        }

        return new JobVerdict.Done(FetchVerdicts.Describe(OutcomeKind.Ok, null, page) with
        {
            Rows = reading.Rows.Count,
            RowsNew = triaged.New,
            RowsChanged = triaged.Changed,
            RowsUnchanged = triaged.Unchanged,
            MorePages = cut || page.GrowsOn,
            Page = profile,
        });
    }
}
