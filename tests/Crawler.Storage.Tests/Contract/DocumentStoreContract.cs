using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

/// <summary>What every document store must do. An adapter's fixture derives from it and gives stores; it adds no exceptions to these rules.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract partial class DocumentStoreContract
{
    private protected static DateTimeOffset Noon => new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private IDocumentStore? _store;

    /// <summary>An empty store, this test's own; it is disposed after the test if it can be.</summary>
    protected abstract Task<IDocumentStore> CreateStoreAsync();

    private protected IDocumentStore Store => _store!;

    private protected static DocumentCollection<Note> Notes => Note.Collection;

    private protected static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task OpenAsync()
    {
        _store = await CreateStoreAsync();
        await _store.EnsureAsync(Notes, Cancel);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        switch (_store)
        {
            case IAsyncDisposable asynchronous: await asynchronous.DisposeAsync(); break;
            case IDisposable synchronous: synchronous.Dispose(); break;
        }
    }

    private protected async Task AddAsync(params IEnumerable<Note> notes)
    {
        bool[] inserted = await Task.WhenAll(notes.Select(n => Store.InsertIfAbsentAsync(Notes, n, Cancel)));
        Assert.That(inserted, Is.All.True, "a note of the arrangement was there already");
    }

    private protected async Task<string[]> IdsAsync(DocumentQuery query) => [.. (await Store.QueryAsync(Notes, query, Cancel)).Items.Select(i => i.Value.Id)];

    private protected Task<string[]> IdsAsync(params IReadOnlyList<Filter> where) => IdsAsync(new DocumentQuery { Where = where });

    private protected Task<string[]> FindAsync(string text) => IdsAsync(new DocumentQuery { Text = text });
}
