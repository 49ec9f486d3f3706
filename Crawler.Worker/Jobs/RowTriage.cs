using Crawler.Analysis.Matching;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sweeps;
using Crawler.Extraction;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Captures;

namespace Crawler.Worker.Jobs;

/// <summary>Sorts a page's rows into new, changed and unchanged; unchanged listings are marked as seen by this sweep, without asking the site again.</summary>
internal sealed class RowTriage(IDocumentStore store, ListingWriter writer)
{
    public async Task<TriagedRows> SortAsync(WorkItem item, IReadOnlyList<ListingRow> rows, CancellationToken cancellationToken)
    {
        var capture = new List<CaptureTarget>();
        int fresh = 0, changed = 0, unchanged = 0;
        foreach (var row in rows)
        {
            if (row.Url is null)
            {
                continue;
            }

            string listingId = ListingIdentity.For(item.Site, row.Id, new Uri(row.Url));
            var reason = await ReasonAsync(item, listingId, row, cancellationToken);
            switch (reason)
            {
                case CaptureReason.New:
                    fresh++;
                    break;
                case CaptureReason.Changed:
                    changed++;
                    break;
                default:
                    unchanged++;
                    continue;
            }

            capture.Add(new CaptureTarget
            {
                ListingId = listingId,
                SiteListingId = row.Id,
                Url = row.Url,
                Reason = reason.Value,
                Row = row,
                Query = item.Job.Search?.Query,
            });
        }

        return new TriagedRows(capture, fresh, changed, unchanged);
    }

    private async Task<CaptureReason?> ReasonAsync(WorkItem item, string listingId, ListingRow row, CancellationToken cancellationToken)
    {
        var known = await store.GetAsync(LedgerCollections.Listings, listingId, cancellationToken);
        if (known is null)
        {
            var seen = await store.GetAsync(LedgerCollections.SeenRows, SeenRow.KeyFor(item.Sweep.WatchListId, listingId), cancellationToken);
            bool judged = seen is not null && seen.Value.RowFingerprint == row.Fingerprint()
                && seen.Value.TermsFingerprint == TermMatcher.Fingerprint(item.Sweep.WatchList);
            return judged ? null : CaptureReason.New;
        }

        if (known.Value.Availability is Availability.Gone || known.Value.RowFingerprint != row.Fingerprint())
        {
            return CaptureReason.Changed;
        }

        await writer.MarkSeenAsync(item, listingId, cancellationToken);
        return null;
    }
}

/// <summary>What a page's rows call for.</summary>
internal sealed record TriagedRows(IReadOnlyList<CaptureTarget> ToCapture, int New, int Changed, int Unchanged);
