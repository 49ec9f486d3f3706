using System.Runtime.Versioning;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Tests.Contract;

namespace Crawler.Storage.Tests.Processes;

/// <summary>The store shared by processes, some of which die.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SeveralProcessesTests
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase(3)]
    [TestCase(200)]
    [TestCase(1500)]
    public async Task Write_ProcessKilled_EveryAcknowledgedDocumentIsThereWithItsIndexes(int writtenBefore)
    {
        string file = _folder.File("store.db");
        using var child = Child.Start("write", file);
        var acknowledged = new List<string>(await child.ReadLinesAsync(writtenBefore, Cancel));
        string rest = await child.KillAsync(Cancel);
        acknowledged.AddRange(rest.Split('\n')[..^1]);

        await using var store = await SqliteDocumentStore.OpenAsync(file, cancellationToken: Cancel);

        Assert.That(acknowledged, Has.Count.AtLeast(writtenBefore));
        var kept = new List<Note>();
        await foreach (var item in store.QueryAllAsync(Note.Collection, new DocumentQuery { Limit = 1000 }, Cancel))
        {
            kept.Add(item.Value);
        }

        Assert.That(acknowledged, Is.SubsetOf(kept.Select(n => n.Id)));
        foreach (string key in (string[])[acknowledged[0], acknowledged[^1], kept[^1].Id])
        {
            var byText = await store.QueryAsync(Note.Collection, new DocumentQuery { Text = $"\"{key}\"" }, Cancel);
            Assert.That(byText.Items.Single().Value.Id, Is.EqualTo(key));
        }

        // Whatever was cut off in the middle is wholly there or wholly absent: documents, fields, words and text agree.
        foreach (var query in (DocumentQuery[])[new() { Text = "ivory" }, new() { Where = [Filter.AnyOf("place", "p")] }, new() { Where = [Filter.AnyOf("tags", "t")] }])
        {
            Assert.That(await store.CountAsync(Note.Collection, query, Cancel), Is.EqualTo(kept.Count));
        }
    }

    [Test]
    public async Task Update_ThreeProcessesCountTogether_NoStepIsLost()
    {
        string file = _folder.File("store.db");
        using var first = Child.Start("count", file, "counter", "150");
        using var second = Child.Start("count", file, "counter", "150");
        await using var store = await SqliteDocumentStore.OpenAsync(file, cancellationToken: Cancel);
        for (int i = 0; i < 150; i++)
        {
            await store.UpdateAsync(
                Note.Collection, "counter", n => n is null ? new Note { Id = "counter", Count = 1 } : n with { Count = n.Count + 1 }, Cancel);
        }

        await first.EndAsync(Cancel);
        await second.EndAsync(Cancel);

        Assert.That((await store.GetAsync(Note.Collection, "counter", Cancel))!.Value.Count, Is.EqualTo(450));
    }

    [Test]
    [SupportedOSPlatform("linux")]
    public async Task Open_FolderNotWritable_ClearErrors()
    {
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b101_101_101);
        using var child = Child.StartUnprivileged("open", _folder.Path);
        string[] lines = (await child.EndAsync(Cancel)).Split('\n');
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_000_000);

        Assert.That(
            lines[0],
            Does.StartWith($"store: AccessDenied {_folder.File(EmbeddedStoreOptions.FileName)}: ").And.Contain("this user may read and write there"));
        Assert.That(lines[1], Does.StartWith($"blobs: AccessDenied {_folder.File(EmbeddedStoreOptions.BlobsFolder)}: ").And.Contain("write permission"));
    }

    [Test]
    [SupportedOSPlatform("linux")]
    public async Task Write_FileAndFolderReadOnly_ClearError()
    {
        string file = _folder.File(EmbeddedStoreOptions.FileName);
        await using (var store = await SqliteDocumentStore.OpenAsync(file, cancellationToken: Cancel))
        {
            await store.EnsureAsync(Note.Collection, Cancel);
        }

        File.SetUnixFileMode(file, (UnixFileMode)0b100_100_100);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b101_101_101);
        using var child = Child.StartUnprivileged("open", _folder.Path);
        string[] lines = (await child.EndAsync(Cancel)).Split('\n');
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_000_000);

        Assert.That(lines[0], Does.StartWith("store: ReadOnly ").Or.StartWith("store: AccessDenied "));
        Assert.That(lines[0], Does.Contain(file));
    }
}
