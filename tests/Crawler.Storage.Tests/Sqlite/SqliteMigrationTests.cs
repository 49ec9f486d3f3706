using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Sqlite;

/// <summary>Older and newer stores.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteMigrationTests
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    private string StorePath => folder.File("store.db");

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    private static DocumentCollection<Note> OnlyPrice => Note.Collection with { Fields = [Field.Number<Note>("price", n => n.Price)], SearchText = null };

    private async Task FillAsync(DocumentCollection<Note> declaration)
    {
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        await store.EnsureAsync(declaration, Cancel);
        foreach (int i in Enumerable.Range(0, 20))
        {
            await store.InsertIfAbsentAsync(declaration, new Note { Id = $"n{i:D2}", Place = $"p{i % 2}", Tags = [$"t{i % 3}"], Price = i, Body = i == 7 ? "ivory" : "bone" }, Cancel);
        }
    }

    [Test]
    public async Task Ensure_MoreFieldsDeclared_IndexesRebuiltFromTheDocuments()
    {
        await FillAsync(OnlyPrice);
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
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
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);

        await store.EnsureAsync(renamed, Cancel);

        Assert.That(await store.CountAsync(renamed, new DocumentQuery { Where = [Filter.AnyOf("place", "new p1")] }, Cancel), Is.EqualTo(10));
    }

    [Test]
    public async Task Ensure_IndexVersionOfANewerProgram_NewerSchemaNamesTheVersions()
    {
        await FillAsync(Note.Collection with { IndexVersion = 7 });
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);

        Assert.That(
            () => store.EnsureAsync(Note.Collection, Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.NewerSchema)
                .And.Message.Contains(StorePath).And.Message.Contains("'notes'").And.Message.Contains('7').And.Message.Contains("Update this program"));
    }

    [Test]
    public async Task Write_AnotherProcessHasChangedTheIndexes_RefusedNotHalfWritten()
    {
        await using var older = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        await older.InsertIfAbsentAsync(OnlyPrice, new Note { Id = "a", Price = 1 }, Cancel);
        await using var newer = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        await newer.EnsureAsync(Note.Collection with { IndexVersion = 2 }, Cancel);

        Assert.That(
            () => older.InsertIfAbsentAsync(OnlyPrice, new Note { Id = "b", Price = 1 }, Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.NewerSchema));
        Assert.That(await newer.CountAsync(Note.Collection with { IndexVersion = 2 }, new DocumentQuery(), Cancel), Is.EqualTo(1));
    }

    [Test]
    public async Task Open_SchemaOfANewerProgram_NewerSchemaNamesTheVersionsAndUntouched()
    {
        await FillAsync(Note.Collection);
        using (var session = new SqliteSession(StorePath, TimeSpan.FromSeconds(5)))
        {
            session.Execute("UPDATE cyberpatrol_meta SET value = '99' WHERE name = 'schema'; PRAGMA wal_checkpoint(TRUNCATE)");
        }

        byte[] before = await File.ReadAllBytesAsync(StorePath, Cancel);

        Assert.That(
            () => SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.NewerSchema)
                .And.Message.Contains(StorePath).And.Message.Contains("99").And.Message.Contains("Update this program"));
        Assert.That(await File.ReadAllBytesAsync(StorePath, Cancel), Is.EqualTo(before));
    }

    [Test]
    public async Task Open_TwentyAtOnceOnNoFile_AllOpenOneStore()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel))));
        bool[] inserted = await Task.WhenAll(stores.Select(s => s.InsertIfAbsentAsync(Note.Collection, new Note { Id = "a" }, Cancel)));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }

        Assert.That(inserted.Count(i => i), Is.EqualTo(1));
    }

    [Test]
    public async Task Open_Default_WriteAheadLogAndFullFlushes()
    {
        await FillAsync(Note.Collection);
        using var session = new SqliteSession(StorePath, TimeSpan.FromSeconds(5));

        Assert.That(session.Scalar("PRAGMA journal_mode"), Is.EqualTo("wal"));
        Assert.That(session.Scalar("PRAGMA integrity_check"), Is.EqualTo("ok"));
        Assert.That(session.Scalar("INSERT INTO \"notes.text\"(\"notes.text\") VALUES ('integrity-check')"), Is.Null);
    }
}
