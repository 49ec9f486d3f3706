using Crawler.Contracts.Listings;
using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.WatchLists;
using Crawler.Fetching;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Jobs;
using Crawler.Storage.Blobs;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Worker.Captures;
using Crawler.Worker.Drift;
using Crawler.Worker.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Polly.Registry;

namespace Crawler.Worker.Tests.Jobs.Support;

/// <summary>A worker's handlers over a real store in a temporary folder; only the web and the clock are played.</summary>
internal sealed class JobBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Night = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly string _folder;

    private JobBench(string folder, SqliteDocumentStore store, IPageFetcher? fetcher, PageReadings? readings)
    {
        _folder = folder;
        Store = store;
        Blobs = new FolderBlobStore(Path.Combine(folder, "blobs"), TimeProvider.System);
        var options = Options.Create(new WorkerOptions { WorkerId = "worker-1" });
        Ledger = new JobLedger(store, Clock);
        Guard = new SiteGuard(store, options, Clock);
        var judge = new ListingJudge();
        var writer = new ListingWriter(store, judge, Clock);
        var fileWriter = new CaptureFileWriter(Blobs, options, new ResiliencePipelineRegistry<string>(), Clock, NullLogger<CaptureFileWriter>.Instance);
        fetcher ??= Web;
        readings ??= new PageReadings(Reader);
        Search = new SearchHandler(fetcher, readings, new RowTriage(store, writer), new DriftPageRecorder(store, fileWriter), Ledger, Clock);
        var adverts = new AdvertRecorder(new ImageCollector(fetcher, fileWriter), new CaptureWriter(store, fileWriter), judge, writer);
        Capture = new CaptureHandler(fetcher, readings, adverts, new DriftPageRecorder(store, fileWriter), store);
    }

    public FakeTimeProvider Clock { get; } = new(Night);

    public PlayedWeb Web { get; } = new();

    public PlayedReader Reader { get; } = new();

    public SqliteDocumentStore Store { get; }

    public IBlobStore Blobs { get; }

    public JobLedger Ledger { get; }

    public SiteGuard Guard { get; }

    public SearchHandler Search { get; }

    public CaptureHandler Capture { get; }

    /// <param name="fetcher">Null: <see cref="Web"/>.</param>
    /// <param name="readings">Null: those of <see cref="Reader"/>.</param>
    public static async Task<JobBench> OpenAsync(IPageFetcher? fetcher = null, PageReadings? readings = null)
    {
        string folder = Directory.CreateTempSubdirectory("patrol-jobs-").FullName;
        var store = await SqliteDocumentStore.OpenAsync(Path.Combine(folder, "store.db"));
        await LedgerCollections.EnsureAllAsync(store, CancellationToken.None);
        return new JobBench(folder, store, fetcher, readings);
    }

    public static SiteDefinition Site { get; } = new()
    {
        Id = "market",
        Name = "Market",
        Home = new Uri("http://127.0.0.1:9/"),
        Languages = ["nl"],
        Search = new SearchDefinition { Url = "/s?q={query}&p={page}", PageSize = 2 },
    };

    public static Sweep Sweep(string id = "sweep-1", params string[] terms) => new()
    {
        Id = id,
        WatchListId = "list",
        WatchList = new WatchList
        {
            Id = "list",
            Name = "List",
            SiteIds = [Site.Id],
            MaxPagesPerSearch = 3,
            Terms = [.. (terms.Length > 0 ? terms : ["ivoor"]).Select(t => new WatchTerm { Text = t })],
        },
        Trigger = SweepTrigger.Manual,
        ScheduledFor = Night,
        State = SweepState.Running,
    };

    /// <summary>A job of the sweep in the ledger, claimed, as a handler gets it.</summary>
    public async Task<WorkItem> ClaimedAsync(SweepJob job, Sweep sweep)
    {
        await Ledger.PlanAsync(job, CancellationToken.None);
        var claimed = await Ledger.ClaimAsync(job.Id, "worker-1", TimeSpan.FromMinutes(1), CancellationToken.None);
        return new WorkItem(claimed ?? throw new InvalidOperationException("not to be claimed"), sweep, Site);
    }

    public static SweepJob SearchJob(int page = 1, string sweepId = "sweep-1") =>
        Job(SweepJob.SearchId(sweepId, Site.Id, "ivoor", page), sweepId, JobKind.Search) with
        {
            Search = new SearchTarget { Query = "ivoor", Page = page },
        };

    public static SweepJob CaptureJob(CaptureTarget target, string sweepId = "sweep-1") =>
        Job(SweepJob.CaptureId(sweepId, target.ListingId), sweepId, JobKind.Capture) with { Capture = target };

    public static ListingRow Row(string id, string title, decimal price = 100) => new()
    {
        Id = id,
        Url = $"http://127.0.0.1:9/ad/{id}",
        Title = title,
        Price = new PriceTag { Kind = PriceKind.Fixed, Amount = price, Currency = "EUR", Text = $"€ {price}" },
    };

    public async Task<T?> GetAsync<T>(DocumentCollection<T> collection, string key)
        where T : class => (await Store.GetAsync(collection, key, CancellationToken.None))?.Value;

    public async Task<IReadOnlyList<T>> AllAsync<T>(DocumentCollection<T> collection)
        where T : class => [.. (await Store.QueryAsync(collection, new DocumentQuery { Limit = 1000 }, CancellationToken.None)).Items.Select(i => i.Value)];

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static SweepJob Job(string id, string sweepId, JobKind kind) => new()
    {
        Id = id,
        SweepId = sweepId,
        WatchListId = "list",
        SiteId = Site.Id,
        Kind = kind,
        State = JobState.Pending,
        CreatedAt = Night,
        DueAt = Night,
    };
}
