using Crawler.Analysis.Matching;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Worker.Captures;

/// <summary>
/// Stores listings. Observations go first and have deterministic ids, the listing follows: a worker that dies in between leaves a job that, done again, finds
/// the same difference and writes the same observations.
/// </summary>
internal sealed class ListingWriter(IDocumentStore store, ListingJudge judge, TimeProvider time)
{
    /// <returns>The listing as it was written, and how many observations the capture brought.</returns>
    public async Task<(Listing Stored, int Observations)> StoreAsync(WorkItem item, Listing listing, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await store.GetAsync(LedgerCollections.Listings, listing.Id, cancellationToken);
            var observations = ListingDifference.Between(before?.Value, listing);
            foreach (var observation in observations)
            {
                await store.UpdateAsync(LedgerCollections.Observations, observation.Id, _ => observation, cancellationToken);
            }

            var after = before is null ? listing : Merged(before.Value, listing, item.Sweep.WatchListId);
            bool written = before is null
                ? await store.InsertIfAbsentAsync(LedgerCollections.Listings, after, cancellationToken)
                : await store.ReplaceIfVersionAsync(LedgerCollections.Listings, after, before.Version, cancellationToken);
            if (written)
            {
                await StoreSellerAsync(listing, cancellationToken);
                return (after, observations.Count);
            }
        }
    }

    /// <summary>
    /// The advert is as it was: notes that this sweep has seen it, and judges it by the list as it stands today. Does nothing for a listing that this sweep
    /// has seen already, or that is not in the store.
    /// </summary>
    public Task MarkSeenAsync(WorkItem item, string listingId, CancellationToken cancellationToken) =>
        store.UpdateAsync(
            LedgerCollections.Listings,
            listingId,
            listing => listing is null || listing.LastSweepId == item.Sweep.Id
                ? null
                : judge.Judge(listing, item.Sweep, item.Site.Kind) with { LastSeenAt = time.GetUtcNow(), LastSweepId = item.Sweep.Id },
            cancellationToken);

    /// <summary>No term occurs in it: keep the row's fingerprint and nothing else.</summary>
    public Task RememberIrrelevantAsync(WorkItem item, CaptureTarget target, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var seen = new SeenRow
        {
            Key = SeenRow.KeyFor(item.Sweep.WatchListId, target.ListingId),
            SiteId = item.Site.Id,
            RowFingerprint = target.Row?.Fingerprint() ?? "",
            TermsFingerprint = TermMatcher.Fingerprint(item.Sweep.WatchList),
            At = at,
        };
        return store.UpdateAsync(LedgerCollections.SeenRows, seen.Key, _ => seen, cancellationToken);
    }

    /// <summary>Another sweep may have written its own list's hits meanwhile: they are kept.</summary>
    private static Listing Merged(Listing before, Listing after, string watchListId) => after with
    {
        FirstSeenAt = before.FirstSeenAt,
        Hits = [.. before.Hits.Where(h => h.WatchListId != watchListId), .. after.Hits.Where(h => h.WatchListId == watchListId)],
        WatchListIds = [.. before.WatchListIds.Where(id => id != watchListId).Concat(after.WatchListIds.Where(id => id == watchListId)).Order(StringComparer.Ordinal)],
    };

    private async Task StoreSellerAsync(Listing listing, CancellationToken cancellationToken)
    {
        if (listing.Seller?.Handle is not { Length: > 0 } handle)
        {
            return;
        }

        string id = SellerAccount.IdFor(listing.SiteId, handle);
        await store.UpdateAsync(LedgerCollections.Sellers, id, before => Seen(before, id, handle, listing), cancellationToken);
    }

    private static SellerAccount Seen(SellerAccount? before, string id, string handle, Listing listing) => new()
    {
        Id = id,
        SiteId = listing.SiteId,
        Handle = handle,
        DisplayName = listing.Seller?.DisplayName ?? before?.DisplayName,
        ProfileUrl = listing.Seller?.ProfileUrl ?? before?.ProfileUrl,
        Feedback = listing.Seller?.Feedback ?? before?.Feedback,
        Country = listing.Seller?.Country ?? before?.Country,
        Contacts = Joined(before?.Contacts ?? new ContactDetails(), listing.Contacts),
        FirstSeenAt = before?.FirstSeenAt ?? listing.FirstSeenAt,
        LastSeenAt = listing.LastSeenAt,
    };

    private static ContactDetails Joined(ContactDetails a, ContactDetails b) => new()
    {
        Phones = Joined(a.Phones, b.Phones),
        Emails = Joined(a.Emails, b.Emails),
        Messengers = Joined(a.Messengers, b.Messengers),
        Wallets = Joined(a.Wallets, b.Wallets),
        PgpKeys = Joined(a.PgpKeys, b.PgpKeys),
    };

    private static string[] Joined(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        [.. a.Concat(b).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
