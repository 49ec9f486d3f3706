using Crawler.Contracts.Captures;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Contracts.Workers;
using Crawler.Storage.Documents;

namespace Crawler.Ledger.Collections;

/// <summary>Every collection of the system, declared once.</summary>
public static class LedgerCollections
{
    public static DocumentCollection<WatchList> WatchLists { get; } = new()
    {
        Name = "watch_lists",
        Key = w => w.Id,
        Fields = [Field.Keyword<WatchList>(WatchListFields.Id, w => w.Id), Field.Keyword<WatchList>(WatchListFields.Name, w => w.Name)],
    };

    public static DocumentCollection<SiteDefinition> Sites { get; } = new()
    {
        Name = "sites",
        Key = s => s.Id,
        Fields = [Field.Keyword<SiteDefinition>(SiteFields.Name, s => s.Name), Field.Keyword<SiteDefinition>(SiteFields.Kind, s => s.Kind.ToString())],
    };

    public static DocumentCollection<SiteStatus> SiteStatuses { get; } = new()
    {
        Name = "site_statuses",
        Key = s => s.SiteId,
    };

    public static DocumentCollection<SiteHistory> SiteHistories { get; } = new()
    {
        Name = "site_histories",
        Key = h => h.SiteId,
    };

    public static DocumentCollection<DriftPage> DriftPages { get; } = new()
    {
        Name = "drift_pages",
        Key = p => p.Id,
        Fields =
        [
            Field.Keyword<DriftPage>(DriftPageFields.SiteId, p => p.SiteId),
            Field.Keyword<DriftPage>(DriftPageFields.SweepId, p => p.SweepId),
            Field.Instant<DriftPage>(DriftPageFields.At, p => p.At),
        ],
    };

    public static DocumentCollection<RepairProposal> Repairs { get; } = new()
    {
        Name = "repairs",
        Key = r => r.Id,
        Fields =
        [
            Field.Keyword<RepairProposal>(RepairFields.SiteId, r => r.SiteId),
            Field.Keyword<RepairProposal>(RepairFields.State, r => r.State.ToString()),
            Field.Instant<RepairProposal>(RepairFields.ProposedAt, r => r.ProposedAt),
        ],
    };

    public static DocumentCollection<HostPace> HostPaces { get; } = new()
    {
        Name = "host_paces",
        Key = p => p.Host,
    };

    public static DocumentCollection<RobotsCopy> RobotsCopies { get; } = new()
    {
        Name = "robots_copies",
        Key = c => c.Origin,
    };

    public static DocumentCollection<Sweep> Sweeps { get; } = new()
    {
        Name = "sweeps",
        Key = s => s.Id,
        Fields =
        [
            // Ids are looked up by their beginning.
            Field.Keyword<Sweep>(SweepFields.Id, s => s.Id),
            Field.Keyword<Sweep>(SweepFields.WatchListId, s => s.WatchListId),
            Field.Keyword<Sweep>(SweepFields.State, s => s.State.ToString()),
            Field.Instant<Sweep>(SweepFields.ScheduledFor, s => s.ScheduledFor),

            // Only on sweeps that still need the scheduler: under way, or ended and not yet announced.
            Field.Keyword<Sweep>(SweepFields.Unfinished, s => s.AnnouncedAt is null ? "yes" : null),
        ],
    };

    public static DocumentCollection<SweepJob> Jobs { get; } = new()
    {
        Name = "jobs",
        Key = j => j.Id,
        Fields =
        [
            Field.Keyword<SweepJob>(JobFields.SweepId, j => j.SweepId),
            Field.Keyword<SweepJob>(JobFields.SiteId, j => j.SiteId),
            Field.Keyword<SweepJob>(JobFields.Kind, j => j.Kind.ToString()),
            Field.Keyword<SweepJob>(JobFields.State, j => j.State.ToString()),
            Field.Instant<SweepJob>(JobFields.DueAt, j => j.DueAt),
            .. JobFields.All,
        ],
    };

    public static DocumentCollection<SweepClaim> SweepClaims { get; } = new()
    {
        Name = "sweep_claims",
        Key = c => c.WatchListId,
        Fields = [Field.Keyword<SweepClaim>(SweepClaimFields.Unsettled, c => c.Settled ? null : "yes")],
    };

    public static DocumentCollection<ScheduleState> ScheduleStates { get; } = new()
    {
        Name = "schedule_states",
        Key = s => s.WatchListId,
    };

    public static DocumentCollection<Listing> Listings { get; } = new()
    {
        Name = "listings",
        Key = l => l.Id,
        SearchText = l => string.Join('\n', l.Title, l.Text, l.Category, l.Location, l.Seller?.Handle, l.Seller?.DisplayName),
        Fields =
        [
            // Ids are looked up by their beginning.
            Field.Keyword<Listing>(ListingFields.Id, l => l.Id),
            Field.Keyword<Listing>(ListingFields.Site, l => l.SiteId),
            Field.Keywords<Listing>(ListingFields.WatchList, l => l.WatchListIds),
            Field.Keywords<Listing>(ListingFields.Term, l => l.Hits.Select(h => h.Term).Distinct(StringComparer.Ordinal)),
            Field.Keywords<Listing>(ListingFields.Topic, l => l.Hits.Select(h => h.Topic).OfType<string>().Distinct(StringComparer.Ordinal)),
            Field.Keyword<Listing>(ListingFields.Language, l => l.Language),
            Field.Keyword<Listing>(ListingFields.Availability, l => l.Availability.ToString()),
            Field.Keyword<Listing>(ListingFields.OfferKind, l => l.OfferKind.ToString()),
            Field.Keyword<Listing>(ListingFields.Seller, l => l.Seller?.Handle is { } handle ? SellerAccount.IdFor(l.SiteId, handle) : null),
            Field.Number<Listing>(ListingFields.Price, l => (double?)l.Price?.Amount),
            Field.Number<Listing>(ListingFields.Score, l => l.Score),
            Field.Instant<Listing>(ListingFields.FirstSeenAt, l => l.FirstSeenAt),
            Field.Instant<Listing>(ListingFields.LastSeenAt, l => l.LastSeenAt),
            Field.Keyword<Listing>(ListingFields.LastSweep, l => l.LastSweepId),
        ],
        CountedFacets =
        [
            new("site"), new("watchList"), new("topic"), new("term"), new("language"), new("availability"), new("offerKind"), new("firstSeenAt"),
            new("price", Bands: [10, 50, 100, 250, 500, 1000, 5000]),
        ],
    };

    public static DocumentCollection<Observation> Observations { get; } = new()
    {
        Name = "observations",
        Key = o => o.Id,
        Fields =
        [
            Field.Keyword<Observation>(ObservationFields.ListingId, o => o.ListingId),
            Field.Keyword<Observation>(ObservationFields.SweepId, o => o.SweepId),
            Field.Keyword<Observation>(ObservationFields.Kind, o => o.Kind.ToString()),
            Field.Instant<Observation>(ObservationFields.At, o => o.At),
        ],
    };

    public static DocumentCollection<SeenRow> SeenRows { get; } = new()
    {
        Name = "seen_rows",
        Key = r => r.Key,
    };

    public static DocumentCollection<Capture> Captures { get; } = new()
    {
        Name = "captures",
        Key = c => c.Id,
        Fields =
        [
            Field.Keyword<Capture>(CaptureFields.ListingId, c => c.ListingId),
            Field.Keyword<Capture>(CaptureFields.SweepId, c => c.SweepId),
            Field.Instant<Capture>(CaptureFields.At, c => c.At),
        ],
    };

    public static DocumentCollection<SellerAccount> Sellers { get; } = new()
    {
        Name = "sellers",
        Key = s => s.Id,
        SearchText = s => string.Join('\n', s.Handle, s.DisplayName),
        Fields = [Field.Keyword<SellerAccount>(SellerFields.Site, s => s.SiteId), Field.Instant<SellerAccount>(SellerFields.LastSeenAt, s => s.LastSeenAt)],
    };

    public static DocumentCollection<WorkerStatus> Workers { get; } = new()
    {
        Name = "workers",
        Key = w => w.Id,
        Fields = [Field.Instant<WorkerStatus>(WorkerFields.BeatAt, w => w.BeatAt)],
    };

    /// <summary>Creates every collection in the store.</summary>
    public static async Task EnsureAllAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        await store.EnsureAsync(WatchLists, cancellationToken);
        await store.EnsureAsync(Sites, cancellationToken);
        await store.EnsureAsync(SiteStatuses, cancellationToken);
        await store.EnsureAsync(SiteHistories, cancellationToken);
        await store.EnsureAsync(DriftPages, cancellationToken);
        await store.EnsureAsync(Repairs, cancellationToken);
        await store.EnsureAsync(HostPaces, cancellationToken);
        await store.EnsureAsync(RobotsCopies, cancellationToken);
        await store.EnsureAsync(Sweeps, cancellationToken);
        await store.EnsureAsync(Jobs, cancellationToken);
        await store.EnsureAsync(SweepClaims, cancellationToken);
        await store.EnsureAsync(ScheduleStates, cancellationToken);
        await store.EnsureAsync(Listings, cancellationToken);
        await store.EnsureAsync(Observations, cancellationToken);
        await store.EnsureAsync(SeenRows, cancellationToken);
        await store.EnsureAsync(Captures, cancellationToken);
        await store.EnsureAsync(Sellers, cancellationToken);
        await store.EnsureAsync(Workers, cancellationToken);
    }
}
