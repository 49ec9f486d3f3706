using Crawler.Contracts.Captures;
using Crawler.Contracts.Drift;
using Crawler.Contracts.Listings;
using Crawler.Contracts.Sellers;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Contracts.Workers;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;

namespace Crawler.Patrol.Tests;

/// <summary>A small world for the commands to read: one watch list, two sweeps, three listings, one of them with a history.</summary>
internal static class SeededStore
{
    public const string ChessSetId = "veilinghuis~3f2a91c0d4e5b687";

    private static readonly DateTimeOffset Night = new(2025, 3, 14, 2, 0, 0, TimeSpan.Zero);

    public static WatchList Ivory { get; } = new()
    {
        Id = "ivory",
        Name = "Ivory, nightly",
        LegalBasis = "Regulation (EC) 338/97",
        Terms =
        [
            new() { Text = "ivoor", Language = "nl", Topic = "ivory", Source = "dictionary", Variants = ["ivoren"], Exclude = ["ivoren toren"] },
            new() { Text = "ivoire", Language = "fr", Topic = "ivory", Search = false },
        ],
        SiteIds = ["veilinghuis", "forum"],
        Schedule = new() { TimeZone = "Europe/Brussels" },
        CreatedAt = Night.AddDays(-10),
        UpdatedAt = Night.AddDays(-1),
    };

    public static Sweep Finished { get; } = new()
    {
        Id = Sweep.IdFor("ivory", Night),
        WatchListId = "ivory",
        WatchList = Ivory,
        Trigger = SweepTrigger.Schedule,
        ScheduledFor = Night,
        State = SweepState.Finished,
        StartedAt = Night.AddSeconds(1),
        EndedAt = Night.AddSeconds(93),
        Sites =
        [
            new()
            {
                SiteId = "veilinghuis", SiteName = "Veilinghuis", Phase = SitePhase.Ended, Outcome = OutcomeKind.Ok, RowsSeen = 40, ListingsNew = 2, ListingsChanged = 1,
                NotRelevant = 3, Jobs = new() { Done = 9 },
            },
            new()
            {
                SiteId = "forum", SiteName = "Forum", Phase = SitePhase.Ended, Outcome = OutcomeKind.LoginRequired, Jobs = new() { Done = 1, Failed = 2 },
                NotSeen =
                [
                    new()
                    {
                        Outcome = OutcomeKind.LoginRequired,
                        JobKind = JobKind.Search,
                        Count = 2,
                        Reason = "the page asks to log in",
                        ExampleUrl = "http://forum.example/search?q=ivoor",
                    },
                ],
                Health = new()
                {
                    SiteId = "forum", Condition = SiteCondition.Login, Detail = "the page asks to log in", At = Night.AddSeconds(90), DefinitionVersion = 3,
                    Url = "http://forum.example/search?q=ivoor",
                },
            },
        ],
    };

    /// <summary>A repair that waits for a decision.</summary>
    public static RepairProposal Repair { get; } = new()
    {
        Id = RepairProposal.IdFor("veilinghuis", 3, Finished.Id),
        SiteId = "veilinghuis",
        SweepId = Finished.Id,
        FromVersion = 3,
        ProposedAt = Night.AddSeconds(95),
        State = RepairState.Proposed,
        Changes = [new() { Field = "search.price", Reason = "its rule fits 0 % of 40, 97 % before", FillBefore = 0.97, FillNow = 0, OldRule = ".prijs", NewRule = ".bedrag", Example = "€ 450,-" }],
        Definition = Site(4, ".bedrag"),
        Yaml = "id: veilinghuis\n",
        Proof = [new() { Url = "http://veilinghuis.example/zoeken?q=ivoor", PageId = "j1", RowsBefore = 20, RowsAfter = 20, FieldsBefore = Filled("title", 20), FieldsAfter = Filled("title", 20, "price", 20) }],
    };

    /// <summary>A drifted site with a repair, beside what <see cref="FillAsync"/> stores.</summary>
    public static async Task AddRepairAsync(string dataDirectory)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(dataDirectory, EmbeddedStoreOptions.FileName));
        await InsertAsync(store, LedgerCollections.Sites, Site(3, ".prijs"));
        await InsertAsync(store, LedgerCollections.Repairs, Repair);
    }

    private static SiteDefinition Site(int version, string price) => new()
    {
        Id = "veilinghuis",
        Name = "Veilinghuis",
        Home = new Uri("http://veilinghuis.example/"),
        Languages = ["nl"],
        Version = version,
        Search = new()
        {
            Url = "/zoeken?q={query}",
            Fields = new Dictionary<string, IReadOnlyList<FieldRule>>(StringComparer.Ordinal)
            {
                ["price"] = [new() { Select = price }],
            },
        },
    };

    private static Dictionary<string, int> Filled(params object[] fields) =>
        fields.Chunk(2).ToDictionary(f => (string)f[0], f => (int)f[1], StringComparer.Ordinal);

    public static Listing ChessSet { get; } = new()
    {
        Id = ChessSetId,
        SiteId = "veilinghuis",
        SiteListingId = "m123",
        Url = "http://veilinghuis.example/m123",
        Title = "Schaakspel van ivoor\u001b[31m",
        Text = "Oud schaakspel.\nZonder papieren.",
        Language = "nl",
        Price = new() { Kind = PriceKind.Negotiable, Amount = 450, Currency = "EUR", Text = "€ 450,-" },
        Location = "Gent",
        Seller = new() { Handle = "jan75", DisplayName = "Jan" },
        Contacts = new ContactDetails { Phones = ["+32470000000"] },
        FirstSeenAt = Night.AddDays(-1),
        LastSeenAt = Night.AddSeconds(30),
        Hits = [new() { WatchListId = "ivory", Term = "ivoor", Topic = "ivory", Found = "ivoor", Field = HitField.Title, Start = 15, Length = 5 }],
        WatchListIds = ["ivory"],
        Score = 55,
        ScoreReasons = [new() { Rule = "term-in-title", Points = 55, Explanation = "a term stands in the title" }],
        LastSweepId = Finished.Id,
        CaptureId = "c1",
        Tiers = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "definition", ["price"] = "jsonld" },
    };

    /// <summary>Fills the store of a data directory.</summary>
    public static async Task FillAsync(string dataDirectory)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(dataDirectory, EmbeddedStoreOptions.FileName));
        await InsertAsync(store, LedgerCollections.WatchLists, Ivory);
        await InsertAsync(store, LedgerCollections.ScheduleStates, new ScheduleState
        {
            WatchListId = "ivory",
            Schedule = Ivory.Schedule,
            HandledUntil = Night,
            NextFireAt = Night.AddDays(1).AddHours(-1),
        });
        await InsertAsync(store, LedgerCollections.Sweeps, Finished);
        await InsertAsync(store, LedgerCollections.Sweeps, Finished with
        {
            Id = Sweep.IdFor("ivory", Night.AddDays(-1)),
            ScheduledFor = Night.AddDays(-1),
            Sites = [Finished.Sites[0]],
        });
        await InsertAsync(store, LedgerCollections.Listings, ChessSet);
        await InsertAsync(store, LedgerCollections.Listings, ChessSet with
        {
            Id = "veilinghuis~3f2a00000000ffff",
            Title = "Beeldje, ivoor, 19e eeuw, met een titel die veel te lang is om in een smalle kolom te passen",
            Price = new() { Kind = PriceKind.Fixed, Amount = 1250.5m, Currency = "EUR" },
            FirstSeenAt = Night,
            Score = 20,
        });
        await InsertAsync(store, LedgerCollections.Listings, ChessSet with
        {
            Id = "forum~1111111111111111",
            SiteId = "forum",
            Title = "Wie weet iets over ivoire?",
            Price = null,
            Availability = Availability.Gone,
            Hits = [new() { WatchListId = "ivory", Term = "ivoire", Found = "ivoire", Field = HitField.Title, Start = 19, Length = 6 }],
            FirstSeenAt = Night.AddDays(-9),
            Score = 5,
        });
        await InsertAsync(store, LedgerCollections.Observations, new Observation
        {
            Id = "o1", ListingId = ChessSetId, SiteId = "veilinghuis", At = Night.AddDays(-1), Kind = ObservationKind.Appeared, CaptureId = "c0", SweepId = "s0",
            Price = ChessSet.Price! with { Amount = 500 },
        });
        await InsertAsync(store, LedgerCollections.Observations, new Observation
        {
            Id = "o2", ListingId = ChessSetId, SiteId = "veilinghuis", At = Night.AddSeconds(30), Kind = ObservationKind.Price, Before = "500 EUR", After = "450 EUR",
            CaptureId = "c1", SweepId = Finished.Id, Price = ChessSet.Price,
        });
        await InsertAsync(store, LedgerCollections.Captures, new Capture
        {
            Id = "c1", ListingId = ChessSetId, SiteId = "veilinghuis", SweepId = Finished.Id, JobId = "j1", Url = ChessSet.Url, FinalUrl = ChessSet.Url,
            At = Night.AddSeconds(30), HttpStatus = 200, Tier = "http",
            Files = [new() { Role = CaptureRole.Body, MediaType = "text/html", Sha256 = new string('a', 64), Size = 5120 }],
            Versions = new() { Worker = "0.1.0", Parser = "0.1.0", SiteDefinition = 3 },
        });
    }

    /// <summary>Two workers, one of them silent, and work on two sites. <paramref name="now"/> is when the commands look.</summary>
    public static async Task AddWorkersAsync(string dataDirectory, DateTimeOffset now)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(dataDirectory, EmbeddedStoreOptions.FileName));
        var worker = new WorkerStatus
        {
            Id = "night-1-4711",
            Machine = "night-1",
            ProcessId = 4711,
            Version = "0.1.0",
            StartedAt = now.AddHours(-3),
            BeatAt = now.AddSeconds(-2),
            BeatInterval = TimeSpan.FromSeconds(5),
            Jobs = [new() { JobId = "j1", SweepId = Finished.Id, SiteId = "veilinghuis", Kind = JobKind.Capture, Since = now.AddSeconds(-4) }],
            Queues = ["forum", "veilinghuis"],
            Tally = new() { Done = 812, Failed = 3, PutOff = 7 },
            MemoryBytes = 184_000_000,
            Browser = new() { State = BrowserState.Running, Version = "Chromium 140", PagesRendered = 61 },
        };
        await InsertAsync(store, LedgerCollections.Workers, worker);
        await InsertAsync(store, LedgerCollections.Workers, worker with { Id = "night-2-17", Machine = "night-2", ProcessId = 17, BeatAt = now.AddMinutes(-20), Jobs = [], Queues = ["forum"], Browser = new() });
        foreach (string id in new[] { "forum", "veilinghuis" })
        {
            await InsertAsync(store, LedgerCollections.Sites, new SiteDefinition
            {
                Id = id, Name = id, Home = new Uri($"http://{id}.example/"), Languages = ["nl"], Search = new() { Url = "/?q={query}" },
            });
        }

        await InsertAsync(
            store,
            LedgerCollections.HostPaces,
            new HostPace { Host = "forum.example:80", NextAt = now.AddMinutes(5), Pause = HostPause.Asked, Reason = "429, asked to wait 600 s" });
        await JobsAsync(store, "veilinghuis", JobState.Running, 1, now.AddSeconds(-9));
        await JobsAsync(store, "veilinghuis", JobState.Sent, 31, now.AddSeconds(-9));
        await JobsAsync(store, "veilinghuis", JobState.Pending, 40, now.AddMinutes(-2));
        await JobsAsync(store, "forum", JobState.Pending, 2, now.AddMinutes(5));
    }

    private static async Task JobsAsync(SqliteDocumentStore store, string site, JobState state, int count, DateTimeOffset due)
    {
        for (int i = 0; i < count; i++)
        {
            await InsertAsync(store, LedgerCollections.Jobs, new SweepJob
            {
                Id = $"{site}-{state}-{i}", SweepId = Finished.Id, WatchListId = "ivory", SiteId = site, Kind = JobKind.Capture, State = state, CreatedAt = due, DueAt = due,
            });
        }
    }

    private static async Task InsertAsync<T>(SqliteDocumentStore store, DocumentCollection<T> collection, T document)
        where T : class =>
        Assert.That(await store.InsertIfAbsentAsync(collection, document, CancellationToken.None));
}
