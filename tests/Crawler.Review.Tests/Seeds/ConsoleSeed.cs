using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;

namespace Crawler.Review.Tests.Seeds;

/// <summary>Fills a store with made-up sites, watch lists, sweeps and listings; the same every time.</summary>
internal sealed class ConsoleSeed(IDocumentStore store, IBlobStore blobs)
{
    /// <summary>The instant at which everything was last swept.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 2, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<SiteDefinition> Sites { get; } =
    [
        Site("zolder", "Zolder & Zo", SiteKind.Marketplace, "BE", ["nl", "fr"]),
        Site("kram", "Kramkiste", SiteKind.Marketplace, "DE", ["de"]),
        Site("harbour-antiques", "Harbour Antiques", SiteKind.Shop, "GB", ["en"]),
        Site("curio-forum", "Curio Forum", SiteKind.Forum, null, ["en", "fr"]),
        Site("murmur", "Murmur", SiteKind.Social, null, ["en", "nl", "fr", "de"]) with
        {
            Robots = new RobotsPolicy { Obey = false, LegalBasis = "Order 12/2026 of the examining magistrate" },
        },
        Site("lantern", "Lantern", SiteKind.DarkMarket, null, ["en"]) with { Enabled = false, VerifiedNote = "not run against the real site yet" },
    ];

    public static WatchList Ivory { get; } = new()
    {
        Id = "ivory-benelux",
        Name = "Ivory, Benelux",
        Description = "Worked and raw elephant ivory offered in Belgium, the Netherlands and Luxembourg.",
        LegalBasis = "Regulation (EC) No 338/97, art. 8",
        Terms =
        [
            new WatchTerm { Text = "ivoor", Language = "nl", Topic = "ivory", Variants = ["ivoren"], Source = "dictionary" },
            new WatchTerm { Text = "ivoire", Language = "fr", Topic = "ivory", Exclude = ["Côte d'Ivoire"], Source = "dictionary" },
            new WatchTerm { Text = "Elfenbein", Language = "de", Topic = "ivory", Source = "dictionary" },
            new WatchTerm { Text = "ivory", Language = "en", Topic = "ivory", Exclude = ["ivory tower"], Source = "dictionary" },
        ],
        SiteIds = ["zolder", "kram", "harbour-antiques", "curio-forum", "murmur"],
        Schedule = new WatchSchedule { TimeZone = "Europe/Brussels" },
    };

    public static WatchList Medicines { get; } = new()
    {
        Id = "medicines",
        Name = "Medicines without prescription",
        Terms =
        [
            new WatchTerm { Text = "zonder recept", Language = "nl", Topic = "medicines" },
            new WatchTerm { Text = "without prescription", Language = "en", Topic = "medicines" },
        ],
        SiteIds = ["zolder", "murmur", "lantern"],
        Schedule = new WatchSchedule { Paused = true },
    };

    /// <summary>Six sites, two lists, one night's sweep with gaps, and <paramref name="listings"/> adverts with evidence.</summary>
    public async Task FillAsync(int listings)
    {
        await SitesAsync();
        await ListsAsync();
        await SweepsAsync();
        for (int i = 0; i < listings; i++)
        {
            await new SeededListing(i).StoreAsync(store, blobs);
        }
    }

    public async Task SitesAsync()
    {
        foreach (var site in Sites)
        {
            await store.InsertIfAbsentAsync(LedgerCollections.Sites, site, CancellationToken.None);
        }

        await StatusAsync("zolder", OutcomeKind.Ok, null);
        await StatusAsync("kram", OutcomeKind.Drifted, "neither rows nor the empty page on 3 result pages");
        await StatusAsync("harbour-antiques", OutcomeKind.Ok, null);
        await StatusAsync("curio-forum", OutcomeKind.LoginRequired, "members only: /search");
        await StatusAsync("murmur", OutcomeKind.Throttled, "429, asked to wait 30 s");
        await DriftSeed.StoreAsync(store);
    }

    public async Task ListsAsync()
    {
        foreach (var list in new[] { Ivory, Medicines })
        {
            await store.InsertIfAbsentAsync(
                LedgerCollections.WatchLists, list with { CreatedAt = Now.AddDays(-40), UpdatedAt = Now.AddDays(-3) }, CancellationToken.None);
        }

        await store.InsertIfAbsentAsync(
            LedgerCollections.ScheduleStates,
            new ScheduleState
            {
                WatchListId = Ivory.Id, Schedule = Ivory.Schedule, HandledUntil = Now, NextFireAt = Now.AddDays(1).AddMinutes(-90), LastSweepId = SweepId(0),
            },
            CancellationToken.None);
    }

    public static string SweepId(int nightsAgo) => Sweep.IdFor(Ivory.Id, Now.AddDays(-nightsAgo).AddMinutes(-30));

    private async Task SweepsAsync()
    {
        for (int night = 0; night < 12; night++)
        {
            await store.InsertIfAbsentAsync(LedgerCollections.Sweeps, Ended(night), CancellationToken.None);
        }
    }

    private static Sweep Ended(int night)
    {
        var start = Now.AddDays(-night).AddMinutes(-30);
        return new Sweep
        {
            Id = SweepId(night),
            WatchListId = Ivory.Id,
            WatchList = Ivory,
            Trigger = night % 4 == 3 ? SweepTrigger.Manual : SweepTrigger.Schedule,
            ScheduledFor = start,
            StartedAt = start.AddSeconds(1),
            EndedAt = start.AddMinutes(17 + night),
            AnnouncedAt = start.AddMinutes(17 + night),
            State = night == 7 ? SweepState.Cancelled : SweepState.Finished,
            Sites =
            [
                Part("zolder", OutcomeKind.Ok, 412, 9 - (night % 9), []),
                Part("harbour-antiques", OutcomeKind.Ok, 96, 3, []),
                Part(
                    "murmur",
                    OutcomeKind.Throttled,
                    61,
                    2,
                    night % 3 == 0 ? [Gap(OutcomeKind.Throttled, JobKind.Capture, 6, "The site asked to wait, again and again.", "murmur")] : []),
                Part("kram", night < 3 ? OutcomeKind.Drifted : OutcomeKind.Ok, night < 3 ? 0 : 188, 0, night < 3 ? [Gap(OutcomeKind.Drifted, JobKind.Search, 4, "The page's layout has changed: neither adverts nor the site's empty page were recognised.", "kram")] : []) with
                {
                    Health = night < 3 ? DriftSeed.Health : null,
                },
                Part(
                    "curio-forum",
                    OutcomeKind.LoginRequired,
                    0,
                    0,
                    night % 2 == 0 ? [Gap(OutcomeKind.LoginRequired, JobKind.Search, 2, "The site shows the page only to members.", "curio-forum")] : []),
            ],
        };
    }

    private static SiteSweep Part(string site, OutcomeKind outcome, int rows, int fresh, IReadOnlyList<NotSeen> gaps) => new()
    {
        SiteId = site,
        SiteName = Sites.Single(s => s.Id == site).Name,
        Phase = SitePhase.Ended,
        Outcome = outcome,
        RowsSeen = rows,
        ListingsNew = fresh,
        ListingsChanged = fresh / 2,
        ListingsUnchanged = rows / 3,
        ListingsGone = fresh / 4,
        NotRelevant = rows / 9,
        NotSeen = gaps,
        Jobs = new JobCounts { Done = 8 + (rows / 8), Failed = gaps.Sum(g => g.Count) },
    };

    private static NotSeen Gap(OutcomeKind outcome, JobKind kind, int count, string reason, string site) =>
        new() { Outcome = outcome, JobKind = kind, Count = count, Reason = reason, ExampleUrl = $"https://{site}.example/search?q=ivoor&page=2" };

    private Task<bool> StatusAsync(string site, OutcomeKind outcome, string? detail) => store.InsertIfAbsentAsync(
        LedgerCollections.SiteStatuses,
        new SiteStatus
        {
            SiteId = site,
            LastOutcome = outcome,
            LastDetail = detail,
            LastAt = Now.AddMinutes(-3),
            LastOkAt = outcome == OutcomeKind.Ok ? Now.AddMinutes(-3) : Now.AddDays(-3),
        },
        CancellationToken.None);

    private static SiteDefinition Site(string id, string name, SiteKind kind, string? country, IReadOnlyList<string> languages) => new()
    {
        Id = id,
        Name = name,
        Home = new Uri($"https://{id}.example/"),
        Kind = kind,
        Country = country,
        Languages = languages,
        LegalBasis = "Customs Act, art. 4: publicly accessible sources",
        Verified = id is "zolder" or "kram",
        Search = new SearchDefinition { Url = "/search?q={query}&page={page}" },
    };
}
