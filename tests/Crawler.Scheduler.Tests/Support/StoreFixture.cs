using Crawler.Contracts.Sites;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>A fresh store file per test.</summary>
internal abstract class StoreFixture
{
    /// <summary>When a test begins: an hour before the night's sweeps.</summary>
    protected static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private string _folder = "";
    private SqliteDocumentStore? _store;

    protected IDocumentStore Store => _store!;

    protected FakeTimeProvider Time { get; private set; } = new(Start);

    [SetUp]
    public async Task OpenStore()
    {
        _folder = Directory.CreateTempSubdirectory("scheduler-tests-").FullName;
        Time = new FakeTimeProvider(Start);
        _store = await OpenAsync();
        await LedgerCollections.EnsureAllAsync(_store, CancellationToken.None);
    }

    [TearDown]
    public async Task CloseStore()
    {
        await _store!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Another process's view of the same file.</summary>
    protected Task<SqliteDocumentStore> OpenAsync() => SqliteDocumentStore.OpenAsync(Path.Combine(_folder, "store.db"));

    protected Task AddSiteAsync(string id, bool enabled = true, params string[] languages) => PutAsync(LedgerCollections.Sites, id, new SiteDefinition
    {
        Id = id,
        Name = id.ToUpperInvariant(),
        Home = new Uri($"https://{id}.example/"),
        Languages = languages.Length == 0 ? ["nl"] : languages,
        Enabled = enabled,
        Search = new SearchDefinition { Url = "/search?q={query}" },
    });

    protected Task AddListAsync(string id, IReadOnlyList<string> sites, IReadOnlyList<WatchTerm> terms, WatchSchedule? schedule = null, int maxPages = 10) =>
        PutAsync(LedgerCollections.WatchLists, id, new WatchList
        {
            Id = id,
            Name = id,
            Terms = terms,
            SiteIds = sites,
            Schedule = schedule ?? new WatchSchedule(),
            MaxPagesPerSearch = maxPages,
            CreatedAt = Time.GetUtcNow(),
            UpdatedAt = Time.GetUtcNow(),
        });

    protected Task EditListAsync(string id, Func<WatchList, WatchList> change) => Store.UpdateAsync(
        LedgerCollections.WatchLists, id, l => change(l!) with { UpdatedAt = Time.GetUtcNow() }, CancellationToken.None);

    protected Task PutAsync<T>(DocumentCollection<T> collection, string key, T document)
        where T : class => Store.UpdateAsync(collection, key, _ => document, CancellationToken.None);

    protected static WatchTerm Term(string text, string? language = null, bool search = true) => new() { Text = text, Language = language, Search = search };
}
