using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Crawler.Contracts.Sites;
using Crawler.Hosting.Processes;
using Crawler.Ledger.Collections;
using Crawler.Patrol.Distributed;
using Crawler.Storage.Sqlite;

namespace Crawler.Hosting.Tests.Processes;

/// <summary>The real worker ends within <c>Process:StopTimeout</c>, whatever it is doing when it is told to stop.</summary>
public sealed class StoppingTests
{
    private const int Sites = 60;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>For the shell around the process, and a machine that is busy with other things.</summary>
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(5);

    private string _folder = "";

    [SetUp]
    public async Task MakeStoreAsync()
    {
        _folder = Directory.CreateTempSubdirectory("patrol-stopping-").FullName;
        await using var store = await SqliteDocumentStore.OpenAsync(Path.Combine(_folder, "cyberpatrol.db"));
        await LedgerCollections.EnsureAllAsync(store, CancellationToken.None);
        for (int site = 0; site < Sites; site++)
        {
            string id = "market-" + Text(site);
            var definition = new SiteDefinition
            {
                Id = id, Name = id, Home = new Uri($"https://{id}.example/"), Languages = ["nl"], Search = new SearchDefinition { Url = "/s?q={query}" },
            };
            await store.InsertIfAbsentAsync(LedgerCollections.Sites, definition, CancellationToken.None);
        }
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    [Category("Server")]
    public async Task Stop_WhileItsManyQueuesAreBeingJoined_EndsInGoodOrder()
    {
        await using var worker = Start((await BrokerFixture.OptionsAsync()).Port!.Value);
        await ServiceProgram.SaysAsync(worker, "is running");

        await EndsInTimeAsync(worker);

        Assert.That(worker.LastWords(int.MaxValue), Does.Contain("has stopped").And.Not.Contains("Exception"));
    }

    [Test]
    [Category("Server")]
    public async Task Stop_BeforeItHasStarted_EndsInTime()
    {
        await using var worker = Start((await BrokerFixture.OptionsAsync()).Port!.Value);
        await ServiceProgram.SaysAsync(worker, "Joined the queue of site market-10,");

        await EndsInTimeAsync(worker);
    }

    [Test]
    public async Task Stop_BrokerTakesTheCallAndSaysNothing_EndsInTime()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        await using var worker = Start(((IPEndPoint)mute.LocalEndpoint).Port);
        await ServiceProgram.SaysAsync(worker, "is running");

        await EndsInTimeAsync(worker);
    }

    private ChildProcess Start(int brokerPort) => ServiceProgram.Start("Crawler.Worker", _folder, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Bus__Host"] = "127.0.0.1",
        ["Bus__Port"] = Text(brokerPort),
        ["Worker__FinishWithin"] = "00:00:01",
        ["Process__StopTimeout"] = StopTimeout.ToString("c", CultureInfo.InvariantCulture),
    });

    private static async Task EndsInTimeAsync(ChildProcess worker)
    {
        var since = Stopwatch.StartNew();
        await worker.StopAsync(TimeSpan.FromMinutes(1));
        await TestContext.Out.WriteLineAsync($"ended after {since.Elapsed.TotalSeconds:0.0} s");

        string said = worker.LastWords(30);
        Assert.That(since.Elapsed, Is.LessThan(StopTimeout + Allowance), said);
        Assert.That(worker.ExitCode, Is.EqualTo(ServiceProcess.Ended), said);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
