using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Tests.Contract;
using MongoGateway;
using MongoGateway.Faults;

namespace Crawler.Storage.Tests.Mongo;

/// <summary>What goes wrong between this program and its server. Each test has a server of its own.</summary>
[TestFixture]
[Category("Server")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MongoFaultTests
{
    private readonly List<IAsyncDisposable> _open = [];
    private X509Certificate2? _certificate;

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    private static DocumentCollection<Note> Notes => Note.Collection;

    [TearDown]
    public async Task CloseAsync()
    {
        foreach (var opened in Enumerable.Reverse(_open))
        {
            await opened.DisposeAsync();
        }

        // A client tries again until it is closed, so the server needs it to the very end.
        _certificate?.Dispose();
    }

    [TestCase("wrong")]
    [TestCase(null, Description = "no user at all")]
    public async Task Ensure_WrongPassword_AccessDeniedNamesTheServerNotThePassword(string? password)
    {
        var gateway = await StartAsync(new GatewayOptions { Users = new Dictionary<string, string> { ["patrol"] = "right" } });
        string user = password is null ? "" : $"patrol:{password}@";
        var store = Open(o => o.ConnectionString = gateway.ConnectionString.Replace("://", $"://{user}", StringComparison.Ordinal) + "?authSource=admin");

        Assert.That(() => store.EnsureAsync(Notes, Cancel), Throws.TypeOf<StoreException>()
            .With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.AccessDenied)
            .And.Message.Contains($"127.0.0.1:{gateway.Port}/").And.Message.Not.Contains("wrong@").And.Message.Contains("password"));
    }

    [Test]
    public async Task Ensure_PasswordInAFile_Connects()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("password"), "a/b@c:d\n", Cancel);
        var gateway = await StartAsync(new GatewayOptions { Users = new Dictionary<string, string> { ["patrol"] = "a/b@c:d" } });
        var store = Open(o =>
        {
            o.ConnectionString = $"mongodb://patrol@127.0.0.1:{gateway.Port}/?authSource=admin&replicaSet=rs0";
            o.PasswordFile = folder.File("password");
        });

        Assert.That(await store.InsertIfAbsentAsync(Notes, new Note { Id = "a" }, Cancel), Is.True);
    }

    [Test]
    public void Ensure_NobodyListens_UnreachableInTheTimeSet()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var store = Open(o => (o.ConnectionString, o.ServerSelectionTimeout) = ($"mongodb://patrol:geheim@127.0.0.1:{port}/", TimeSpan.FromMilliseconds(300)));

        Assert.That(() => store.EnsureAsync(Notes, Cancel), Throws.TypeOf<StoreException>()
            .With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Unreachable)
            .And.Message.Contains($"127.0.0.1:{port}").And.Message.Not.Contains("geheim"));
    }

    [Test]
    public async Task Operations_OverTls_OnlyWithTheServersAuthority()
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        _certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllTextAsync(folder.File("ca.pem"), _certificate.ExportCertificatePem(), Cancel);
        var gateway = await StartAsync(new GatewayOptions { Certificate = _certificate });
        var trusting = Open(o => o.ConnectionString = $"{gateway.ConnectionString}?tls=true&tlsCAFile={folder.File("ca.pem")}");
        var distrusting = Open(o => (o.ConnectionString, o.ServerSelectionTimeout) = ($"{gateway.ConnectionString}?tls=true", TimeSpan.FromSeconds(1)));

        Assert.That(await trusting.InsertIfAbsentAsync(Notes, new Note { Id = "a" }, Cancel), Is.True);
        Assert.That(
            () => distrusting.EnsureAsync(Notes, Cancel),
            Throws.TypeOf<StoreException>().With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Unreachable));
    }

    [Test]
    public async Task Writes_PrimaryStepsDown_RiddenOut([Values("rs0", null)] string? replicaSet)
    {
        var gateway = await StartAsync(new GatewayOptions { ReplicaSet = replicaSet });
        var store = await OpenAsync(gateway);

        // More than the driver's own single retry.
        gateway.Faults.Set(FailPoint.StepDown(writes: 3));
        bool inserted = await store.InsertIfAbsentAsync(Notes, new Note { Id = "a" }, Cancel);

        Assert.That(inserted, Is.True);
        Assert.That(gateway.Faults.Hits, Is.EqualTo(3));
    }

    [TestCase(10107)]
    [TestCase(189)]
    public async Task Writes_NoPrimaryComesBack_UnreachableSaysSo(int code)
    {
        var gateway = await StartAsync(new GatewayOptions());
        var store = await OpenAsync(gateway);

        gateway.Faults.Set(new FailPoint { Commands = FailPoint.Writes, ErrorCode = code });

        Assert.That(() => store.InsertIfAbsentAsync(Notes, new Note { Id = "a" }, Cancel), Throws.TypeOf<StoreException>()
            .With.Property(nameof(StoreException.Problem)).EqualTo(StoreProblem.Unreachable).And.Message.Contains("no primary"));
    }

    [Test]
    public async Task Writes_DoneButAnswersLost_EachCountedOnce([Values("rs0", null)] string? replicaSet, [Values(1, 2)] int lost)
    {
        var gateway = await StartAsync(new GatewayOptions { ReplicaSet = replicaSet });
        var store = await OpenAsync(gateway);
        void Lose(string command) => gateway.Faults.Set(new FailPoint { Commands = new HashSet<string> { command }, Times = lost, LoseAnswer = true });

        Lose("insert");
        Assert.That(await store.InsertIfAbsentAsync(Notes, new Note { Id = "a", Count = 1 }, Cancel), Is.True, "inserted");
        var first = await store.GetAsync(Notes, "a", Cancel);
        Lose("update");
        Assert.That(await store.ReplaceIfVersionAsync(Notes, new Note { Id = "a", Count = 2 }, first!.Version, Cancel), Is.True, "replaced");
        Assert.That((await store.GetAsync(Notes, "a", Cancel))!.Value.Count, Is.EqualTo(2));
        Lose("insert");
        Assert.That(await store.InsertIfAbsentAsync(Notes, new Note { Id = "a" }, Cancel), Is.False, "was there before");
        Lose("update");
        Assert.That(await store.ReplaceIfVersionAsync(Notes, new Note { Id = "a", Count = 3 }, first.Version, Cancel), Is.False, "had another version before");
        Lose("delete");
        Assert.That(await store.DeleteAsync(Notes, "a", null, Cancel), Is.True, "deleted");
        Assert.That(await store.DeleteAsync(Notes, "a", null, Cancel), Is.False, "was not there before");
    }

    [Test]
    public async Task Reads_AnswersLost_AskedAgain()
    {
        var gateway = await StartAsync(new GatewayOptions());
        var store = await OpenAsync(gateway);
        await store.InsertIfAbsentAsync(Notes, new Note { Id = "a" }, Cancel);

        gateway.Faults.Set(new FailPoint { Commands = new HashSet<string> { "find", "aggregate" }, Times = 3, CloseConnection = true });

        Assert.That(await store.GetAsync(Notes, "a", Cancel), Is.Not.Null);
        gateway.Faults.Set(new FailPoint { Commands = new HashSet<string> { "find", "aggregate" }, Times = 3, CloseConnection = true });
        Assert.That(await store.CountAsync(Notes, new DocumentQuery(), Cancel), Is.EqualTo(1));
    }

    [Test]
    public async Task Writes_EngineKilledAndRestartedInMidRun_EveryAcknowledgedOneThereOnce()
    {
        // Without indexed fields: the test engine's own field indexes do not outlive a kill in the middle of a page split, its key index does.
        var notes = Note.Collection with { Fields = [], SearchText = null };
        var gateway = await StartAsync(new GatewayOptions());
        var store = Open(o => o.ConnectionString = gateway.ConnectionString);
        await store.EnsureAsync(notes, Cancel);
        int acknowledged = 0;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<List<string>>[] writers = [.. Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            var mine = new List<string>();
            for (int i = 0; !ending.IsCancellationRequested; i++)
            {
                string id = $"w{writer}-{i:D5}";
                try
                {
                    // Nobody else writes these keys: once acknowledged, or refused for no other reason than our own earlier try, it is there.
                    Assert.That(await store.InsertIfAbsentAsync(notes, new Note { Id = id }, Cancel), Is.True, id);
                    mine.Add(id);
                    Interlocked.Increment(ref acknowledged);
                }
                catch (StoreException e) when (e.Problem == StoreProblem.Unreachable)
                {
                    // Not acknowledged: the next one has another name.
                }
            }

            return mine;
        }))];

        await AtLeastAsync(200);
        for (int kill = 0; kill < 3; kill++)
        {
            await gateway.KillEngineAsync();
            await gateway.RestartEngineAsync(Cancel);
            await AtLeastAsync(Volatile.Read(ref acknowledged) + 200);
            gateway.HangUp();
        }

        await ending.CancelAsync();
        string[] expected = [.. (await Task.WhenAll(writers)).SelectMany(m => m)];
        var there = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in store.QueryAllAsync(notes, new DocumentQuery { Limit = 1000 }, Cancel))
        {
            Assert.That(there.Add(item.Value.Id), Is.True, "twice");
        }

        Assert.That(expected.Except(there), Is.Empty);
        TestContext.Out.WriteLine($"{expected.Length} acknowledged, {there.Count} there");

        async Task AtLeastAsync(int count)
        {
            while (Volatile.Read(ref acknowledged) < count)
            {
                if (Array.Find(writers, w => w.IsCompleted) is { } failed)
                {
                    await failed;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancel);
            }
        }
    }

    [Test]
    public async Task Query_PageLargerThanAMessage_AllOfIt()
    {
        var store = await OpenAsync(await TestMongo.GatewayAsync());
        string body = new('x', 1_000_000);
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => store.InsertIfAbsentAsync(Notes, new Note { Id = $"{i:D3}", Place = body[..(1 + i)], Body = body }, Cancel)));

        var page = await store.QueryAsync(Notes, new DocumentQuery { Limit = 40 }, Cancel);

        Assert.That(page.Items.Select(i => i.Value.Id), Is.EqualTo(Enumerable.Range(0, 40).Select(i => $"{i:D3}")));
        Assert.That(page.Items.Select(i => i.Value.Body!.Length), Is.All.EqualTo(body.Length));
        Assert.That(page.Next, Is.Null);
    }

    [Test]
    public async Task Facets_FiveThousandValues_OverManyBatches()
    {
        var store = await OpenAsync(await TestMongo.GatewayAsync());
        await Task.WhenAll(
            Enumerable.Range(0, 5000).Select(i => store.InsertIfAbsentAsync(Notes, new Note { Id = $"{i}", Place = $"p{i:D5}", Price = i % 2 }, Cancel)));

        var facets = await store.FacetsAsync(
            Notes, new DocumentQuery(), [new FacetRequest("place", 100_000), new FacetRequest("price", Bands: [1]), new FacetRequest("place", 2)], Cancel);

        Assert.That(facets[0].Select(f => f.Value), Is.EqualTo(Enumerable.Range(0, 5000).Select(i => $"p{i:D5}")));
        Assert.That(facets[1].Select(f => f.Count), Is.EqualTo([2500, 2500]));
        Assert.That(facets[2].Select(f => f.Value), Is.EqualTo(["p00000", "p00001"]));
    }

    [Test]
    public async Task Insert_DocumentOverSixteenMegabytes_StoreExceptionSaysSoAndTheStoreGoesOn()
    {
        var store = await OpenAsync(await TestMongo.GatewayAsync());

        Assert.That(
            () => store.InsertIfAbsentAsync(Notes, new Note { Id = "huge", Body = new string('!', 17_000_000) }, Cancel),
            Throws.TypeOf<StoreException>().With.Message.Contains("16 MB"));
        Assert.That(await store.InsertIfAbsentAsync(Notes, new Note { Id = "small" }, Cancel), Is.True);
    }

    [Test]
    public async Task Read_CancelledWhileTheServerIsSlow_EndsAtOnce()
    {
        var gateway = await StartAsync(new GatewayOptions());
        var store = await OpenAsync(gateway);
        gateway.Faults.Set(new FailPoint { Commands = new HashSet<string> { "find" }, Times = 1, Delay = TimeSpan.FromSeconds(4) });
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var reading = store.GetAsync(Notes, "a", impatient.Token);
        await impatient.CancelAsync();

        Assert.That(() => reading, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await store.CountAsync(Notes, new DocumentQuery(), Cancel), Is.Zero, "other calls go on meanwhile");
    }

    private async Task<Gateway> StartAsync(GatewayOptions options)
    {
        var gateway = await Gateway.StartAsync(options, Cancel);
        _open.Add(gateway);
        return gateway;
    }

    private async Task<MongoDocumentStore> OpenAsync(Gateway gateway)
    {
        var store = Open(o => o.ConnectionString = gateway.ConnectionString);
        await store.EnsureAsync(Notes, Cancel);
        return store;
    }

    private MongoDocumentStore Open(Action<MongoStoreOptions> configure)
    {
        var options = new MongoStoreOptions { Database = TestMongo.NewDatabase(), PoolSize = 8 };
        configure(options);
        var store = new MongoDocumentStore(options, TimeProvider.System);
        _open.Add(store);
        return store;
    }
}
