using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Sqlite.Native;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Sqlite;

/// <summary>What can go wrong with the file, and that nothing is lost by it.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SqliteFaultTests
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    private string StorePath => _folder.File("store.db");

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    private static Note Large(int number) => new() { Id = $"n{number}", Place = "p", Tags = ["t"], Body = $"ivory {number} {new string('x', 20_000)}" };

    [Test]
    public async Task Insert_StoreAtItsLimit_DiskFullAndEverythingBeforeIsWhole()
    {
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, o => o.MaxBytes = 2_000_000, Cancel);
        await FillAsync(store);
    }

    [Test]
    public async Task Insert_DiskFull_DiskFullAndEverythingBeforeIsWhole()
    {
        using var disk = SmallDisk.Mount(_folder.File("disk"), kilobytes: 4096);
        await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(disk.Path, "store.db"), cancellationToken: Cancel);
        await FillAsync(store);
    }

    private static async Task FillAsync(SqliteDocumentStore store)
    {
        int kept = 0;
        StoreException? fault = null;
        while (fault is null)
        {
            Assert.That(kept, Is.LessThan(1000), "the store should have been full");
            try
            {
                await store.InsertIfAbsentAsync(Note.Collection, Large(kept), Cancel);
                kept++;
            }
            catch (StoreException e)
            {
                fault = e;
            }
        }

        Assert.That(fault.Problem, Is.EqualTo(StoreProblem.DiskFull));
        Assert.That(fault.Message, Does.Contain(store.FilePath).And.Contain("Free some space"));
        Assert.That(kept, Is.GreaterThan(10));
        Assert.That(await store.CountAsync(Note.Collection, new DocumentQuery(), Cancel), Is.EqualTo(kept));
        Assert.That(await store.CountAsync(Note.Collection, new DocumentQuery { Text = "ivory" }, Cancel), Is.EqualTo(kept));
        Assert.That(await store.CountAsync(Note.Collection, new DocumentQuery { Where = [Filter.AnyOf("tags", "t")] }, Cancel), Is.EqualTo(kept));
        Assert.That((await store.GetAsync(Note.Collection, $"n{kept - 1}", Cancel))!.Value.Body, Is.EqualTo(Large(kept - 1).Body));
    }

    [Test]
    public async Task Insert_OneOfManyDoesNotFit_TheOthersAreStored()
    {
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, o => o.MaxBytes = 3_000_000, Cancel);
        await store.EnsureAsync(Note.Collection, Cancel);

        // Queued together, so that they share a transaction.
        var writes = Enumerable.Range(0, 40).Select(i =>
            store.InsertIfAbsentAsync(Note.Collection, new Note { Id = $"n{i}", Body = i == 20 ? new string('y', 5_000_000) : "small" }, Cancel)).ToList();
        var failed = new List<int>();
        for (int i = 0; i < writes.Count; i++)
        {
            try
            {
                Assert.That(await writes[i], Is.True);
            }
            catch (StoreException e) when (e.Problem == StoreProblem.DiskFull)
            {
                failed.Add(i);
            }
        }

        Assert.That(failed, Is.EqualTo([20]));
        Assert.That(await store.CountAsync(Note.Collection, new DocumentQuery { Text = "small" }, Cancel), Is.EqualTo(39));
    }

    [Test]
    public async Task Insert_AnotherProgramHoldsTheFile_LockedAfterTheTimeoutThenWorksAgain()
    {
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, o => o.LockTimeout = TimeSpan.FromMilliseconds(50), Cancel);
        await store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "before" }, Cancel);
        using var other = new SqliteSession(StorePath, TimeSpan.FromSeconds(5));
        other.Execute("BEGIN IMMEDIATE");

        Assert.That(
            () => store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "during" }, Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Locked).And.Message.Contains(StorePath).And.Message.Contains("another program"));
        Assert.That(await store.GetAsync(Note.Collection, "before", Cancel), Is.Not.Null, "reading goes on");

        other.Execute("ROLLBACK");
        Assert.That(await store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "after" }, Cancel), Is.True);
        Assert.That(await store.GetAsync(Note.Collection, "during", Cancel), Is.Null);
    }

    [Test]
    public async Task Insert_AnotherProgramLetsGoInTime_Written()
    {
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        await store.EnsureAsync(Note.Collection, Cancel);
        using var other = new SqliteSession(StorePath, TimeSpan.FromSeconds(5));
        other.Execute("BEGIN IMMEDIATE");
        var write = store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "a" }, Cancel);
        Assert.That(write.IsCompleted, Is.False);

        other.Execute("COMMIT");

        Assert.That(await write, Is.True);
    }

    [Test]
    public async Task Open_HeldExclusively_LockedNotHanging()
    {
        await (await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel)).DisposeAsync();
        using var other = new SqliteSession(StorePath, TimeSpan.FromSeconds(5));
        other.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");

        Assert.That(
            () => SqliteDocumentStore.OpenAsync(StorePath, o => o.LockTimeout = TimeSpan.FromMilliseconds(50), Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Locked));
    }

    [Test]
    public async Task Open_FileIsNoDatabase_CorruptAndUntouched()
    {
        string text = string.Concat(Enumerable.Repeat("this is a letter, not a database. ", 500));
        await File.WriteAllTextAsync(StorePath, text, Cancel);

        Assert.That(
            () => SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Corrupt).And.Message.Contains(StorePath));
        Assert.That(await File.ReadAllTextAsync(StorePath, Cancel), Is.EqualTo(text));
    }

    [Test]
    public async Task Open_AnotherProgramsDatabase_CorruptNamesItsTablesAndUntouched()
    {
        using (var other = new SqliteSession(StorePath, TimeSpan.FromSeconds(5)))
        {
            other.Execute("CREATE TABLE accounts (id)");
        }

        byte[] before = await File.ReadAllBytesAsync(StorePath, Cancel);

        Assert.That(
            () => SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Corrupt).And.Message.Contains("accounts"));
        Assert.That(await File.ReadAllBytesAsync(StorePath, Cancel), Is.EqualTo(before));
    }

    [Test]
    public async Task Read_PagesOverwritten_CorruptNotWrongAnswers()
    {
        await using (var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel))
        {
            foreach (int i in Enumerable.Range(0, 50))
            {
                await store.InsertIfAbsentAsync(Note.Collection, Large(i), Cancel);
            }
        }

        await using (var file = File.OpenWrite(StorePath))
        {
            file.Position = 3 * 8192;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - (4 * 8192)).ToArray());
        }

        await using var damaged = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        Assert.That(
            () => damaged.QueryAsync(Note.Collection, new DocumentQuery(), Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Corrupt).And.Message.Contains("backup"));
    }

    [Test]
    public void Open_OptionOutOfRange_ArgumentExceptionNamesIt() =>
        Assert.That(
            () => SqliteDocumentStore.OpenAsync(StorePath, o => o.MaxReaders = 0, Cancel), Throws.ArgumentException.With.Message.Contains("MaxReaders"));

    [Test]
    public async Task Use_AfterDispose_ObjectDisposedException()
    {
        var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        await store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "a" }, Cancel);
        await store.DisposeAsync();

        Assert.That(() => store.GetAsync(Note.Collection, "a", Cancel), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => store.InsertIfAbsentAsync(Note.Collection, new Note { Id = "b" }, Cancel), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Dispose_WritesQueued_TheyAreFinished()
    {
        var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        await store.EnsureAsync(Note.Collection, Cancel);
        var writes = Enumerable.Range(0, 500).Select(i => store.InsertIfAbsentAsync(Note.Collection, new Note { Id = $"n{i}" }, Cancel)).ToList();

        await store.DisposeAsync();

        Assert.That(await Task.WhenAll(writes), Is.All.True);
        await using var again = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        Assert.That(await again.CountAsync(Note.Collection, new DocumentQuery(), Cancel), Is.EqualTo(500));
    }

    [Test]
    public async Task Query_CancelledWhileRunning_OperationCanceledException()
    {
        await using var store = await SqliteDocumentStore.OpenAsync(StorePath, cancellationToken: Cancel);
        await store.EnsureAsync(Note.Collection, Cancel);
        using var session = new SqliteSession(StorePath, TimeSpan.FromSeconds(5));
        using var cancelling = new CancellationTokenSource();

        // Endless without the interruption.
        Assert.That(
            () => session.Interruptible(
                s =>
                {
                    using var rows = s.Use("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
                    while (rows.Step())
                    {
                        cancelling.Cancel();
                    }

                    return 0;
                },
                cancelling.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }
}
