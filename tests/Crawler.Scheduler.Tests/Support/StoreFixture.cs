using Crawler.Contracts.Sites;
using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;

namespace Crawler.Scheduler.Tests.Support;

/// <summary>A fresh store file per test.</summary>
internal abstract class StoreFixture
{
    private string folder = "";
    private SqliteDocumentStore? store;

    protected IDocumentStore Store => store!;

    protected FakeTime Time { get; private set; } = new();

    [SetUp]
    public async Task OpenStore()
    {
        folder = Directory.CreateTempSubdirectory("scheduler-tests-").FullName;
        Time = new FakeTime();
        store = await OpenAsync();
        await HouseCollections.EnsureAllAsync(store, CancellationToken.None);
    }

    [TearDown]
    public async Task CloseStore()
    {
        await store!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Another process's view of the same file.</summary>
    protected Task<SqliteDocumentStore> OpenAsync() => SqliteDocumentStore.OpenAsync(Path.Combine(folder, "house.db"));

    protected Task AddSiteAsync(string id, bool enabled = true, params string[] languages) => PutAsync(HouseCollections.Sites, id, new SiteDefinition
    {
        Id = id,
        Name = id.ToUpperInvariant(),
        Home = new Uri($"https://{id}.example/"),
        Languages = languages.Length == 0 ? ["nl"] : languages,
        Enabled = enabled,
        Search = new SearchDefinition { Url = "/search?q={query}" },
    });

    protected Task AddListAsync(string id, IReadOnlyList<string> sites, IReadOnlyList<WatchTerm> terms, WatchSchedule? schedule = null, int maxPages = 10) =>
        PutAsync(HouseCollections.WatchLists, id, new WatchList
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
        HouseCollections.WatchLists, id, l => change(l!) with { UpdatedAt = Time.GetUtcNow() }, CancellationToken.None);

    protected Task PutAsync<T>(DocumentCollection<T> collection, string key, T document)
        where T : class => Store.UpdateAsync(collection, key, _ => document, CancellationToken.None);

    protected static WatchTerm Term(string text, string? language = null, bool search = true) => new() { Text = text, Language = language, Search = search };
}
