using Crawler.Analysis.Drift;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Sweeps;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Captures;

namespace Crawler.Worker.Drift;

/// <summary>Keeps the pages that do not read as their definition says: they show the drift, and a repair is learned from them.</summary>
internal sealed class DriftPageRecorder(IDocumentStore store, CaptureFileWriter fileWriter)
{
    /// <summary>Pages kept per site, sweep and kind. Workers that count at the same moment may keep one or two more.</summary>
    private const int Most = 6;

    /// <summary>Keeps the page if it looks like drift.</summary>
    public async Task RecordAsync(WorkItem item, FetchedPage page, PageProfile profile, CancellationToken cancellationToken)
    {
        bool detail = item.Job.Kind is JobKind.Capture;
        var history = (await store.GetAsync(LedgerCollections.SiteHistories, item.Site.Id, cancellationToken))?.Value;
        if (!DriftJudge.IsSuspect(item.Site, profile, detail, history) || await HasEnoughAsync(item, detail, cancellationToken))
        {
            return;
        }

        var kept = new DriftPage
        {
            Id = item.Job.Id,
            SiteId = item.Site.Id,
            SweepId = item.Sweep.Id,
            Detail = detail,
            Url = page.Url.AbsoluteUri,
            FinalUrl = page.FinalUrl.AbsoluteUri,
            At = page.At,
            HttpStatus = page.Status,
            Tier = page.Tier.ToString().ToLowerInvariant(),
            DefinitionVersion = item.Site.Version,
            Files = await fileWriter.PutPageAsync(page, cancellationToken),
        };
        await store.InsertIfAbsentAsync(LedgerCollections.DriftPages, kept, cancellationToken);
    }

    private async Task<bool> HasEnoughAsync(WorkItem item, bool detail, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery
        {
            Where = [Filter.AnyOf(DriftPageFields.SiteId, item.Site.Id), Filter.AnyOf(DriftPageFields.SweepId, item.Sweep.Id)], Limit = 100,
        };
        var kept = await store.QueryAsync(LedgerCollections.DriftPages, query, cancellationToken);
        return kept.Items.Count(p => p.Value.Detail == detail) >= Most;
    }
}
