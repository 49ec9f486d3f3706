using Crawler.Storage.Documents;
using Crawler.Storage.Mongo;
using Crawler.Storage.Mongo.Connecting;
using Crawler.Storage.Mongo.Counts;
using Crawler.Storage.Tests.Contract;
using Microsoft.Extensions.Logging.Abstractions;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoGateway;
using MongoGateway.Faults;

namespace Crawler.Storage.Tests.Mongo.Counts;

/// <summary>Counts are kept on write, over all processes, and put right after a death. Each test has a server of its own.</summary>
[TestFixture]
[Category("Server")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CollectionCountsTests
{
    private static readonly DocumentCollection<Note> Notes = Note.Collection with { CountedFacets = [new("place"), new("tags"), new("at"), new("price", Bands: [10])] };

    private static readonly CountTimes Quick = new()
    {
        Save = TimeSpan.FromMilliseconds(50),
        Settle = TimeSpan.FromMilliseconds(200),
        Retry = TimeSpan.FromMilliseconds(50),
    };

    private readonly List<IAsyncDisposable> _open = [];
    private readonly string _database = TestMongo.NewDatabase();
    private Gateway? _gateway;

    private static CancellationToken Cancel => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task StartAsync()
    {
        _gateway = await Gateway.StartAsync(new GatewayOptions(), Cancel);
        _open.Add(_gateway);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        foreach (var opened in Enumerable.Reverse(_open))
        {
            await opened.DisposeAsync();
        }
    }

    [Test]
    public async Task Facets_OfTheWholeCollection_NoDocumentIsRead()
    {
        var store = Open(Quick);
        await FillAsync(store, 20);
        await UntilAsync(() => KeptAsync(store), "p0=10 p1=10|20");
        _gateway!.Faults.Set(new FailPoint { Commands = new HashSet<string> { "aggregate" }, ErrorCode = 2 });

        await store.InsertIfAbsentAsync(Notes, new Note { Id = "more", Place = "p1" }, Cancel);

        Assert.That(await PlacesAsync(store), Is.EqualTo("p1=11 p0=10|21"));
        Assert.That(
            () => store.FacetsAsync(Notes, new DocumentQuery { Text = "ivory" }, [new FacetRequest("place")], Cancel),
            Throws.TypeOf<StoreException>(),
            "a filter still counts on the server");
    }

    [Test]
    public async Task Facets_CollectionWasEmpty_ExactWithoutEverBeingCounted()
    {
        var store = Open(new CountTimes());
        await store.EnsureAsync(Notes, Cancel);
        _gateway!.Faults.Set(new FailPoint { Commands = new HashSet<string> { "aggregate" }, ErrorCode = 2 });

        await FillAsync(store, 20);

        Assert.That(await PlacesAsync(store), Is.EqualTo("p0=10 p1=10|20"));
    }

    [Test]
    public async Task Facets_WrittenByTwoStores_TheSum()
    {
        var (one, other) = (Open(Quick), Open(Quick));
        await FillAsync(one, 20);
        await UntilAsync(() => KeptAsync(one), "p0=10 p1=10|20");

        var first = await other.GetAsync(Notes, "n00", Cancel);
        await other.ReplaceIfVersionAsync(Notes, first!.Value with { Place = "p7" }, first.Version, Cancel);
        await other.DeleteAsync(Notes, "n01", null, Cancel);

        Assert.That(await PlacesAsync(other), Is.EqualTo("p0=9 p1=9 p7=1|19"), "its own at once");
        await UntilAsync(() => PlacesAsync(one), "p0=9 p1=9 p7=1|19");
    }

    [Test]
    public async Task Facets_StoreClosedAndOpenedAgain_AsBefore()
    {
        var store = Open(Quick);
        await FillAsync(store, 20);
        await UntilAsync(() => KeptAsync(store), "p0=10 p1=10|20");
        await store.InsertIfAbsentAsync(Notes, new Note { Id = "more", Place = "p1" }, Cancel);
        await store.DisposeAsync();

        Assert.That(await PlacesAsync(Open(Quick)), Is.EqualTo("p1=11 p0=10|21"));
    }

    [Test]
    public async Task Facets_ProcessDiedBeforeItSaved_PutRight()
    {
        var healthy = Open(Quick with { OldChanged = TimeSpan.FromSeconds(3) });
        await FillAsync(healthy, 20);
        await UntilAsync(() => KeptAsync(healthy), "p0=10 p1=10|20");

        // It writes, and nothing of what it counted reaches the server: as if it had died in that second.
        var dying = Open(new CountTimes { Save = TimeSpan.FromHours(1) });
        await dying.InsertIfAbsentAsync(Notes, new Note { Id = "lost", Place = "p1" }, Cancel);

        Assert.That(await PlacesAsync(healthy), Is.EqualTo("p0=10 p1=10|20"), "not known yet");
        await UntilAsync(() => PlacesAsync(healthy), "p1=11 p0=10|21");
    }

    [Test]
    public async Task Writes_AnswersLost_CountedOnceInTheEnd([Values("rs0", null)] string? replicaSet)
    {
        _gateway = await Gateway.StartAsync(new GatewayOptions { ReplicaSet = replicaSet }, Cancel);
        _open.Add(_gateway);
        var store = Open(Quick);
        await FillAsync(store, 20);
        await UntilAsync(() => KeptAsync(store), "p0=10 p1=10|20");
        void Lose(string command) => _gateway.Faults.Set(new FailPoint { Commands = new HashSet<string> { command }, Times = 1, LoseAnswer = true });
        var first = await store.GetAsync(Notes, "n00", Cancel);

        Lose("findAndModify");
        Assert.That(await store.ReplaceIfVersionAsync(Notes, first!.Value with { Place = "p7" }, first.Version, Cancel), Is.True, "replaced");
        Lose("findAndModify");
        Assert.That(await store.DeleteAsync(Notes, "n01", null, Cancel), Is.True, "deleted");
        Lose("insert");
        Assert.That(await store.InsertIfAbsentAsync(Notes, new Note { Id = "more", Place = "p9" }, Cancel), Is.True, "inserted");

        await UntilAsync(() => PlacesAsync(store), "p0=9 p1=9 p7=1 p9=1|20");
    }

    [Test]
    public async Task Recount_WhileOthersWrite_LeftForLater()
    {
        var store = Open(Quick);
        await FillAsync(store, 20);
        await UntilAsync(() => KeptAsync(store), "p0=10 p1=10|20");
        long before = await CountedAsync(store);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writing = Task.Run(async () =>
        {
            int i = 0;
            for (; !ending.IsCancellationRequested; i++)
            {
                await store.InsertIfAbsentAsync(Notes, new Note { Id = $"w{i}", Place = "p0" }, Cancel);
            }

            return i;
        });

        await CountsOf(store).RecountAsync(Cancel);
        Assert.That(await CountedAsync(store), Is.EqualTo(before), "what is known is better than what is counted in mid-write");
        await ending.CancelAsync();
        int written = await writing;

        Assert.That(await PlacesAsync(store), Is.EqualTo($"p0={10 + written} p1=10|{20 + written}"));
        await UntilAsync(
            async () =>
            {
                await CountsOf(store).RecountAsync(Cancel);
                return await CountedAsync(store) > before ? "anew" : "";
            },
            "anew");
        Assert.That(await PlacesAsync(store), Is.EqualTo($"p0={10 + written} p1=10|{20 + written}"));
    }

    private static async Task<long> CountedAsync(MongoDocumentStore store) => (await DocumentAsync(store))![CollectionCounts.CountedMember].ToInt64();

    private static Task<BsonDocument?> DocumentAsync(MongoDocumentStore store) =>
        store.Database.FindAsync(CollectionCounts.Collection, CountsOf(store).Id, Cancel);

    private static CollectionCounts CountsOf(MongoDocumentStore store) =>
        new(store.Database, new Storage.Mongo.Layout.MongoLayout<Note>(Notes).Shape, Notes.CountedFacets, Quick, TimeProvider.System, NullLogger.Instance);

    private static async Task FillAsync(MongoDocumentStore store, int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(
        i => store.InsertIfAbsentAsync(Notes, new Note { Id = $"n{i:D2}", Place = $"p{i % 2}", Body = "ivory" }, Cancel)));

    private static async Task<string> PlacesAsync(MongoDocumentStore store)
    {
        var facet = (await store.FacetsAsync(Notes, new DocumentQuery(), [new FacetRequest("place")], Cancel)).Single();
        return $"{string.Join(' ', facet.Select(c => $"{c.Value}={c.Count}"))}|{await store.CountAsync(Notes, new DocumentQuery(), Cancel)}";
    }

    /// <summary>As <see cref="PlacesAsync"/>, once there are exact counts.</summary>
    private static async Task<string> KeptAsync(MongoDocumentStore store)
    {
        string places = await PlacesAsync(store);
        return (await DocumentAsync(store))?[CollectionCounts.ExactMember] == BsonBoolean.True ? places : "not counted yet";
    }

    private static async Task UntilAsync(Func<Task<string>> ask, string expected)
    {
        string last = "";
        for (int i = 0; i < 300 && last != expected; i++)
        {
            last = await ask();
            await Task.Delay(last == expected ? 0 : 100, Cancel);
        }

        Assert.That(last, Is.EqualTo(expected));
    }

    private MongoDocumentStore Open(CountTimes times)
    {
        var options = new MongoStoreOptions { ConnectionString = _gateway!.ConnectionString, Database = _database, PoolSize = 8 };
        var store = new MongoDocumentStore(() => MongoConnecting.Open(options, TimeProvider.System, NullLogger.Instance), TimeProvider.System, times: times);
        _open.Add(store);
        return store;
    }
}
