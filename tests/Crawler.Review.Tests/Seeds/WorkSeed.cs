using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.Workers;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;

namespace Crawler.Review.Tests.Seeds;

/// <summary>Workers at work, by the clock on the wall: one busy, one idle, one fallen silent; and what waits for them.</summary>
internal sealed class WorkSeed(IDocumentStore store, TimeProvider time)
{
    private readonly DateTimeOffset _now = time.GetUtcNow();

    public async Task FillAsync()
    {
        var sites = ConsoleSeed.Sites.Select(s => s.Id).ToArray();
        await AddAsync(LedgerCollections.Workers, Worker("crawl-01-4711", "crawl-01", sites) with
        {
            Jobs =
            [
                new JobInHand { JobId = "j1", SweepId = ConsoleSeed.SweepId(0), SiteId = "zolder", Kind = JobKind.Capture, Since = _now.AddSeconds(-3) },
                new JobInHand
                {
                    JobId = "j2", SweepId = ConsoleSeed.SweepId(0), SiteId = "harbour-antiques", Kind = JobKind.Search, Since = _now.AddSeconds(-1),
                },
            ],
            Tally = new JobTally { Done = 12_408, Failed = 31, Skipped = 4, PutOff = 77, HandedBack = 1 },
            Browser = new BrowserStatus
            {
                State = BrowserState.Running,
                Version = "Chromium 140.0.7339.80",
                ProcessId = 4780,
                StartedAt = _now.AddMinutes(-12),
                PagesRendered = 61,
                PagesOpen = 1,
                MemoryBytes = 402_000_000,
            },
        });
        await AddAsync(LedgerCollections.Workers, Worker("crawl-02-388", "crawl-02", sites));
        await AddAsync(LedgerCollections.Workers, Worker("crawl-03-902", "crawl-03", ["zolder"]) with { BeatAt = _now.AddMinutes(-41) });
        await AddAsync(LedgerCollections.HostPaces, new HostPace { Host = "zolder.example:443", NextAt = _now.AddSeconds(1.4) });
        await AddAsync(
            LedgerCollections.HostPaces,
            new HostPace { Host = "murmur.example:443", NextAt = _now.AddMinutes(9), Pause = HostPause.Asked, Reason = "429, asked to wait 600 s" });
        await AddAsync(
            LedgerCollections.HostPaces,
            new HostPace { Host = "img.cdn-pictures.example:443", NextAt = _now.AddMinutes(2), Pause = HostPause.Failing, Reason = "5 errors in a row" });
        await JobsAsync("zolder", JobState.Running, 1, _now.AddSeconds(-3));
        await JobsAsync("zolder", JobState.Sent, 31, _now.AddMinutes(-1));
        await JobsAsync("zolder", JobState.Pending, 240, _now.AddMinutes(-14));
        await JobsAsync("harbour-antiques", JobState.Running, 1, _now.AddSeconds(-1));
        await JobsAsync("murmur", JobState.Pending, 12, _now.AddMinutes(9));
        await JobsAsync("lantern", JobState.Pending, 2, _now.AddMinutes(-2));
    }

    /// <summary>A worker that beats for as long as a test runs.</summary>
    private WorkerStatus Worker(string id, string machine, IReadOnlyList<string> sites) => new()
    {
        Id = id,
        Machine = machine,
        ProcessId = int.Parse(id[(id.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture),
        Version = "0.1.0+8b4d72d0c2f1",
        StartedAt = _now.AddHours(-7),
        BeatAt = _now,
        BeatInterval = TimeSpan.FromMinutes(5),
        Queues = sites,
        MemoryBytes = 183_000_000,
    };

    private async Task JobsAsync(string site, JobState state, int count, DateTimeOffset due)
    {
        for (int i = 0; i < count; i++)
        {
            await AddAsync(LedgerCollections.Jobs, new SweepJob
            {
                Id = $"{site}-{state}-{i}",
                SweepId = ConsoleSeed.SweepId(0),
                WatchListId = ConsoleSeed.Ivory.Id,
                SiteId = site,
                Kind = JobKind.Capture,
                State = state,
                CreatedAt = due,
                DueAt = due,
            });
        }
    }

    private Task<bool> AddAsync<T>(DocumentCollection<T> collection, T document)
        where T : class => store.InsertIfAbsentAsync(collection, document, CancellationToken.None);
}
