using Crawler.Fetching.Tests.Support;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Worker.Sites;
using Crawler.Worker.Tests.Jobs.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crawler.Worker.Tests.Sites;

internal sealed class SiteFolderTests
{
    private const string Good = """
        id: veilinghuis
        name: Veilinghuis
        home: http://veilinghuis.example/
        languages: [nl]
        search:
          url: /zoeken?q={query}
        """;

    private DirectoryInfo _folder = null!;
    private JobBench _bench = null!;
    private LogBook _log = null!;
    private LoggerFactory _logging = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _folder = Directory.CreateTempSubdirectory("patrol-sites-");
        _bench = await JobBench.OpenAsync();
        _log = new LogBook();
        _logging = new LoggerFactory([_log]);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        _logging.Dispose();
        _log.Dispose();
        await _bench.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Start_WithAGoodAndABadFile_StoresTheGoodOneAndNamesTheBad()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "good.yaml"), Good);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "bad.yaml"), "id: bad\n");

        await StartAsync(_folder.FullName);

        Assert.That((await _bench.AllAsync(LedgerCollections.Sites)).Select(s => s.Id), Is.EqualTo(new[] { "veilinghuis" }));
        Assert.That(_log.Entries.Where(e => e.Level is LogLevel.Error).Select(e => e.Text), Has.Some.Contains("bad.yaml"));
    }

    [Test]
    public async Task Start_WhenASiteIsSwitchedOff_LeavesItOff()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "good.yaml"), Good);
        await StartAsync(_folder.FullName);
        await _bench.Store.UpdateAsync(LedgerCollections.Sites, "veilinghuis", s => s! with { Enabled = false }, CancellationToken.None);

        await StartAsync(_folder.FullName);

        Assert.That((await _bench.GetAsync(LedgerCollections.Sites, "veilinghuis"))!.Enabled, Is.False);
    }

    [Test]
    public async Task Start_WithoutAFolder_LeavesTheStoreAsItIs()
    {
        await _bench.Store.InsertIfAbsentAsync(LedgerCollections.Sites, JobBench.Site, CancellationToken.None);

        await StartAsync(folder: null);

        Assert.That(await _bench.AllAsync(LedgerCollections.Sites), Has.Count.EqualTo(1));
        Assert.That(_log.Entries, Is.Empty);
    }

    [Test]
    public void Validate_FolderThatIsNotThere_NamesIt()
    {
        var result = new WorkerOptionsValidator().Validate(null, new WorkerOptions { SitesFolder = "/no/such/folder" });

        Assert.That(result.FailureMessage, Does.Contain("Worker:SitesFolder is '/no/such/folder'"));
    }

    private Task StartAsync(string? folder) => new SiteFolder(
        _bench.Store, Options.Create(new WorkerOptions { SitesFolder = folder }), _logging.CreateLogger<SiteFolder>()).StartAsync(CancellationToken.None);
}
