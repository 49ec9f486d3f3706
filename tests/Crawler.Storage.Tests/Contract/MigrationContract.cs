using Crawler.Storage.Documents;

namespace Crawler.Storage.Tests.Contract;

/// <summary>What every document store must do when it meets what an older or a newer program has left, or another one at the same moment.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class MigrationContract
{
    private readonly List<IDocumentStore> _open = [];

    private protected static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    private protected static DocumentCollection<Note> OnlyPrice =>
        Note.Collection with { Fields = [Field.Number<Note>("price", n => n.Price)], SearchText = null };

    /// <summary>Opens this test's store once more.</summary>
    protected abstract Task<IDocumentStore> OpenStoreAsync();

    /// <summary>How messages name the store.</summary>
    protected abstract string Place { get; }

    [TearDown]
    public async Task CloseAsync()
    {
        foreach (var store in _open.OfType<IAsyncDisposable>())
        {
            await store.DisposeAsync();
        }
    }

    [Test]
    public async Task Ensure_MoreFieldsDeclared_IndexesRebuiltFromTheDocuments()
    {
        await FillAsync(OnlyPrice);
        var store = await OpenAsync();
        var before = await store.GetAsync(OnlyPrice, "n07", Cancel);

        await store.EnsureAsync(Note.Collection, Cancel);

        var after = await store.GetAsync(Note.Collection, "n07", Cancel);
        Assert.That(after!.Version, Is.EqualTo(before!.Version), "documents are untouched");
        Assert.That(await store.CountAsync(Note.Collection, new DocumentQuery { Where = [Filter.AnyOf("place", "p1")] }, Cancel), Is.EqualTo(10));
        Assert.That(await store.CountAsync(Note.Collection, new DocumentQuery { Where = [Filter.AnyOf("tags", "t1")] }, Cancel), Is.EqualTo(7));
        Assert.That((await store.QueryAsync(Note.Collection, new DocumentQuery { Text = "ivory" }, Cancel)).Items.Single().Value.Id, Is.EqualTo("n07"));
    }

    [Test]
    public async Task Ensure_IndexVersionRaised_ValuesComputedAnew()
    {
        await FillAsync(Note.Collection);
        var renamed = Note.Collection with
        {
            IndexVersion = 2,
            Fields = [Field.Keyword<Note>("place", n => $"new {n.Place}"), .. Note.Collection.Fields.Skip(1)],
        };
        var store = await OpenAsync();

        await store.EnsureAsync(renamed, Cancel);

        Assert.That(await store.CountAsync(renamed, new DocumentQuery { Where = [Filter.AnyOf("place", "new p1")] }, Cancel), Is.EqualTo(10));
    }

    [Test]
    public async Task Ensure_FieldNowHoldsSeveralValues_FoundByEach()
    {
        await FillAsync(Note.Collection);
        var several = Note.Collection with
        {
            Fields = [Field.Keywords<Note>("place", n => [n.Place!, "everywhere"]), .. Note.Collection.Fields.Skip(1)],
        };
        var store = await OpenAsync();

        await store.EnsureAsync(several, Cancel);

        Assert.That(await store.CountAsync(several, new DocumentQuery { Where = [Filter.AnyOf("place", "everywhere")] }, Cancel), Is.EqualTo(20));
        Assert.That(await store.CountAsync(several, new DocumentQuery { Where = [Filter.AnyOf("place", "p1")] }, Cancel), Is.EqualTo(10));
    }

    [Test]
    public async Task Ensure_IndexVersionOfANewerProgram_NewerSchemaNamesTheVersions()
    {
        await FillAsync(Note.Collection with { IndexVersion = 7 });
        var store = await OpenAsync();

        Assert.That(
            () => store.EnsureAsync(Note.Collection, Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.NewerSchema)
                .And.Message.Contains(Place).And.Message.Contains("'notes'").And.Message.Contains('7').And.Message.Contains("Update this program"));
    }

    [Test]
    public async Task Open_TwentyAtOnceOnNothing_AllOpenOneStore()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(OpenStoreAsync)));
        _open.AddRange(stores);
        bool[] inserted = await Task.WhenAll(stores.Select(s => s.InsertIfAbsentAsync(Note.Collection, new Note { Id = "a" }, Cancel)));

        Assert.That(inserted.Count(i => i), Is.EqualTo(1));
    }

    private protected async Task<IDocumentStore> OpenAsync()
    {
        var store = await OpenStoreAsync();
        _open.Add(store);
        return store;
    }

    private protected async Task FillAsync(DocumentCollection<Note> declaration)
    {
        var store = await OpenAsync();
        await store.EnsureAsync(declaration, Cancel);
        foreach (int i in Enumerable.Range(0, 20))
        {
            await store.InsertIfAbsentAsync(
                declaration, new Note { Id = $"n{i:D2}", Place = $"p{i % 2}", Tags = [$"t{i % 3}"], Price = i, Body = i == 7 ? "ivory" : "bone" }, Cancel);
        }
    }
}
