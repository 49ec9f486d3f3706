using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Sqlite;

/// <summary>Older and newer stores.</summary>
public sealed class SqliteMigrationTests : MigrationContract
{
    private readonly TemporaryFolder _folder = new();

    protected override string Place => StorePath;

    private string StorePath => _folder.File("store.db");

    protected override async Task<IDocumentStore> OpenStoreAsync() => await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

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
    public async Task Open_Default_WriteAheadLogAndFullFlushes()
    {
        await FillAsync(Note.Collection);
        using var session = new SqliteSession(StorePath, TimeSpan.FromSeconds(5));

        Assert.That(session.Scalar("PRAGMA journal_mode"), Is.EqualTo("wal"));
        Assert.That(session.Scalar("PRAGMA integrity_check"), Is.EqualTo("ok"));
        Assert.That(session.Scalar("INSERT INTO \"notes.text\"(\"notes.text\") VALUES ('integrity-check')"), Is.Null);
    }
}
