using Crawler.Contracts.Listings;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.TrainingGround;

namespace Crawler.Patrol.Practice;

/// <summary>How well the patrol did, held against the training ground's truth.</summary>
/// <param name="Expected">Live adverts that the plain terms should find.</param>
/// <param name="Found">Of those, how many were found.</param>
/// <param name="Wrong">Found adverts in which no plain term stands, and which do not hide one either.</param>
/// <param name="Disguised">Found adverts that hide their terms (spaced letters, digits for letters...): beyond what plain terms promise.</param>
internal sealed record PracticeScore(int Expected, int Found, int Wrong, int Disguised)
{
    /// <summary>Of the plain-term finds, the share that should have been found.</summary>
    public double Precision => Found + Wrong == 0 ? 0 : (double)Found / (Found + Wrong);

    /// <summary>Of what the plain terms should find, the share that was found.</summary>
    public double Recall => Expected == 0 ? 0 : (double)Found / Expected;

    /// <summary>Compares the store with the truth.</summary>
    public static async Task<PracticeScore> MeasureAsync(IDocumentStore store, Truth truth, CancellationToken cancellationToken)
    {
        var found = new HashSet<(string Site, string Id)>();
        var query = new DocumentQuery
        {
            Where = [Filter.AnyOf(ListingFields.WatchList, PracticeWorld.WatchListId), Filter.NoneOf(ListingFields.Availability, nameof(Availability.Gone))],
            Limit = 1000,
        };
        await foreach (var stored in store.QueryAllAsync(LedgerCollections.Listings, query, cancellationToken))
        {
            found.Add((stored.Value.SiteId, stored.Value.SiteListingId ?? stored.Value.Url));
        }

        var live = truth.Adverts.Where(a => a.State == "live").ToDictionary(a => (a.SiteId, a.Id));
        int right = live.Values.Count(a => a.Expected && found.Contains((a.SiteId, a.Id)));
        int disguised = live.Values.Count(a => !a.Expected && a.Evasion != "none" && found.Contains((a.SiteId, a.Id)));
        return new PracticeScore(live.Values.Count(a => a.Expected), right, found.Count - right - disguised, disguised);
    }
}
