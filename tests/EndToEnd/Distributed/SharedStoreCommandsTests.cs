using Crawler.Contracts.WatchLists;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Commands;
using Crawler.Storage.Mongo;
using Microsoft.Extensions.Configuration;

namespace EndToEnd.Distributed;

/// <summary>The command line over the store that the processes of an installation share, found by the same settings.</summary>
[Category("Server")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SharedStoreCommandsTests
{
    private string _home = "";
    private Dictionary<string, string?> _settings = [];

    [SetUp]
    public async Task FillStoreAsync()
    {
        _home = Directory.CreateTempSubdirectory("patrol-shared-").FullName;
        string server = (await TestMongo.GatewayAsync()).ConnectionString;
        string database = TestMongo.NewDatabase();
        _settings = new(StringComparer.Ordinal) { ["Store:Kind"] = "Mongo", ["Store:Mongo:ConnectionString"] = server, ["Store:Mongo:Database"] = database };
        await using var store = new MongoDocumentStore(new MongoStoreOptions { ConnectionString = server, Database = database }, TimeProvider.System);
        await LedgerCollections.EnsureAllAsync(store, CancellationToken.None);
        var list = new WatchList { Id = "shared-list", Name = "Shared", SiteIds = ["a"], Terms = [new WatchTerm { Text = "ivoor" }] };
        await store.InsertIfAbsentAsync(LedgerCollections.WatchLists, list, CancellationToken.None);
    }

    [TearDown]
    public void RemoveHome() => Directory.Delete(_home, recursive: true);

    [TestCase("watch list", "shared-list")]
    [TestCase("watch show shared-list", "ivoor")]
    [TestCase("watch pause shared-list", "shared-list")]
    [TestCase("sweep list", "")]
    [TestCase("worker list", "")]
    [TestCase("queue list", "")]
    [TestCase("listings", "")]
    [TestCase("site list", "")]
    public async Task Command_SettingsNameMongo_WorksOnThatStore(string command, string expected)
    {
        var (exitCode, output, error) = await RunAsync(command.Split(' '));

        Assert.That(error, Is.Empty);
        Assert.That(exitCode, Is.EqualTo(ExitCodes.Ok));
        Assert.That(output, Does.Contain(expected));
        Assert.That(Directory.GetFileSystemEntries(_home), Is.Empty, "no store of this machine was made");
    }

    [Test]
    public async Task WatchRun_SettingsNameMongo_SaysWhereToStartIt()
    {
        var (exitCode, _, error) = await RunAsync("watch", "run", "shared-list");

        Assert.That(error, Does.StartWith("patrol: the settings name a store that many machines share").And.Contains("start the sweep in the console"));
        Assert.That(exitCode, Is.EqualTo(ExitCodes.Failed));
    }

    [Test]
    public async Task Command_StoreDoesNotAnswer_SaysSoInOneLine()
    {
        _settings["Store:Mongo:ConnectionString"] = "mongodb://127.0.0.1:1/";
        _settings["Store:Mongo:ServerSelectionTimeout"] = "00:00:01";

        var (exitCode, _, error) = await RunAsync("watch", "list");

        Assert.That(error.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(1).And.All.StartWith("patrol: ").And.All.Contains("127.0.0.1"));
        Assert.That(exitCode, Is.EqualTo(ExitCodes.Failed));
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var context = new PatrolContext
        {
            Out = output,
            Error = error,
            Clock = TimeProvider.System,
            Environment = name => name == "PATROL_HOME" ? _home : null,
            Settings = () => new ConfigurationBuilder().AddInMemoryCollection(_settings).Build(),
            Width = 120,
            Colours = false,
        };
        int exitCode = await PatrolCommandLine.RunAsync(arguments, context, CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }
}
