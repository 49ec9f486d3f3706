using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Worker.Sites;

namespace Crawler.Worker.Tests.Sites;

public sealed class SiteCatalogueTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("sites-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task LoadAsync_OneBadFile_CostsOnlyItself()
    {
        Write("a.yaml", "one");
        Write("deep/b.yml", "two");
        Write("c.yaml", "Not An Id");
        Write("d.yaml", "one");
        await File.WriteAllTextAsync(Path.Combine(_folder, "readme.txt"), "not a site");

        var catalogue = await SiteCatalogue.LoadAsync(_folder, CancellationToken.None);

        Assert.That(catalogue.Sites.Select(s => s.Id), Is.EqualTo(new[] { "one", "two" }));
        Assert.That(catalogue.Errors.Select(e => e.File), Is.EquivalentTo(new[] { "c.yaml", "d.yaml" }));
        Assert.That(catalogue.Errors[^1].Message, Does.Contain("a.yaml"));
    }

    [Test]
    public async Task LoadAsync_NoFolder_IsEmpty()
    {
        var catalogue = await SiteCatalogue.LoadAsync(Path.Combine(_folder, "none"), CancellationToken.None);

        Assert.That(catalogue.Sites, Is.Empty);
        Assert.That(catalogue.Errors, Is.Empty);
    }

    [Test]
    public async Task StoreAsync_SwitchedOffInTheConsole_StaysOffWhateverTheFileSays()
    {
        Write("a.yaml", "one");
        Write("b.yaml", "two");
        var catalogue = await SiteCatalogue.LoadAsync(_folder, CancellationToken.None);
        await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(_folder, "store.db"));
        await catalogue.StoreAsync(store, CancellationToken.None);
        await store.UpdateAsync(LedgerCollections.Sites, "one", site => site! with { Enabled = false }, CancellationToken.None);

        var raised = catalogue with { Sites = [.. catalogue.Sites.Select(s => s with { Version = 2 })] };
        int written = await raised.StoreAsync(store, CancellationToken.None);
        int again = await raised.StoreAsync(store, CancellationToken.None);

        var one = (await store.GetAsync(LedgerCollections.Sites, "one", CancellationToken.None))!.Value;
        var two = (await store.GetAsync(LedgerCollections.Sites, "two", CancellationToken.None))!.Value;
        Assert.That((one.Enabled, one.Version), Is.EqualTo((false, 2)));
        Assert.That((two.Enabled, two.Version), Is.EqualTo((true, 2)));
        Assert.That((written, again), Is.EqualTo((2, 0)));
    }

    private void Write(string name, string id)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"id: {id}\nname: N\nhome: https://n.example/\nlanguages: [nl]\nsearch: {{url: /s}}\n");
    }
}
