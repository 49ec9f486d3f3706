using Crawler.Contracts.Sites;
using Crawler.Contracts.Sweeps;
using Crawler.Contracts.Workers;
using Crawler.Ledger.Collections;
using Crawler.Ledger.Workers;
using Crawler.Storage.Sqlite;
using Crawler.Storage.Tests;

namespace Crawler.Ledger.Tests.Workers;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class QueueReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private TemporaryFolder _folder = null!;
    private SqliteDocumentStore _store = null!;
    private int _jobs;

    [SetUp]
    public async Task OpenAsync()
    {
        _folder = new TemporaryFolder();
        _store = await SqliteDocumentStore.OpenAsync(_folder.File("store.db"));
        _jobs = 0;
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Read_JobsInAllStates_CountsThoseThatHaveNotEnded()
    {
        await SiteAsync("zolder");
        await JobAsync("zolder", JobState.Done);
        await JobAsync("zolder", JobState.Failed);
        await JobAsync("zolder", JobState.Running);
        await JobAsync("zolder", JobState.Sent);
        await JobAsync("zolder", JobState.Sent);
        await JobAsync("zolder", JobState.Pending, due: Now.AddMinutes(-3));
        await JobAsync("zolder", JobState.Pending, due: Now.AddMinutes(-9));
        await JobAsync("zolder", JobState.Pending, due: Now.AddMinutes(5));

        var queue = (await ReadAsync(Listening("zolder"))).Queues.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((queue.InHand, queue.OnBus, queue.Waiting, queue.PutOff), Is.EqualTo((1L, 2L, 3L, 1L)));
            Assert.That(queue.FirstDueAt, Is.EqualTo(Now.AddMinutes(-9)));
            Assert.That(queue.State, Is.EqualTo(SiteQueueState.Working));
            Assert.That(queue.Workers, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Read_UrgentJobsBeforeOldOnes_StillFindsTheLongestWait()
    {
        await SiteAsync("zolder");
        await JobAsync("zolder", JobState.Pending, due: Now.AddMinutes(-1), priority: 10);
        await JobAsync("zolder", JobState.Pending, due: Now.AddMinutes(-2), priority: 10);
        await JobAsync("zolder", JobState.Pending, due: Now.AddHours(-4), priority: 0);
        await JobAsync("zolder", JobState.Pending, due: Now.AddHours(-3), priority: 0);

        var queue = (await ReadAsync(Listening("zolder"))).Queues.Single();

        Assert.That(queue.FirstDueAt, Is.EqualTo(Now.AddHours(-4)));
        Assert.That(queue.State, Is.EqualTo(SiteQueueState.Waiting));
    }

    [Test]
    public async Task Read_WorkThatNobodyListensFor_IsUnattended()
    {
        await SiteAsync("zolder");
        await JobAsync("zolder", JobState.Pending);

        var silent = Listening("zolder") with { BeatAt = Now.AddMinutes(-1) };
        var queue = (await ReadAsync(silent)).Queues.Single();

        Assert.That(queue.State, Is.EqualTo(SiteQueueState.Unattended));
        Assert.That(queue.Workers, Is.Zero);
    }

    [Test]
    public async Task Read_SiteThatAskedForAPause_SaysWhichHostAndWhy()
    {
        await SiteAsync("zolder");
        await JobAsync("zolder", JobState.Pending);
        await PaceAsync(new HostPace { Host = "api.zolder.example:443", NextAt = Now.AddMinutes(7), Pause = HostPause.Asked, Reason = "429" });
        await PaceAsync(new HostPace { Host = "pictures.example:443", NextAt = Now.AddMinutes(1), Pause = HostPause.Failing });
        await PaceAsync(new HostPace { Host = "bygone.example:443", NextAt = Now.AddMinutes(-1), Pause = HostPause.Failing });

        var overview = await ReadAsync(Listening("zolder"));

        var queue = overview.Queues.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(queue.State, Is.EqualTo(SiteQueueState.Paused));
            Assert.That(queue.Hosts.Single().Reason, Is.EqualTo("429"));
            Assert.That(overview.OtherPauses.Select(h => h.Host), Is.EqualTo(new[] { "pictures.example:443" }));
        }
    }

    [Test]
    public async Task Read_SitesOnOneAddress_AreToldApartByTheirPorts()
    {
        await SiteAsync("one", new Uri("http://127.0.0.1:8701/"));
        await SiteAsync("two", new Uri("http://127.0.0.1:8702/"));
        await PaceAsync(new HostPace { Host = "127.0.0.1:8702", NextAt = Now });

        var queues = (await ReadAsync()).Queues;

        Assert.That(queues.Single(q => q.SiteId == "one").Hosts, Is.Empty);
        Assert.That(queues.Single(q => q.SiteId == "two").Hosts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Read_SwitchedOffOrRemovedSiteWithWork_IsNotHidden()
    {
        await SiteAsync("off", enabled: false);
        await SiteAsync("calm");
        await JobAsync("off", JobState.Pending);
        await JobAsync("gone", JobState.Pending);

        var queues = (await ReadAsync(Listening("off"))).Queues;

        Assert.That(queues.Select(q => (q.SiteId, q.State)), Is.EqualTo(new[]
        {
            ("gone", SiteQueueState.Unattended), ("off", SiteQueueState.SwitchedOff), ("calm", SiteQueueState.Idle),
        }));
        Assert.That(QueueSums.Of(queues), Is.EqualTo(new QueueSums(0, 0, 2, 0, 2)));
    }

    [Test]
    public async Task ReadWorkers_SilentForMoreThanADay_AreForgotten()
    {
        await _store.InsertIfAbsentAsync(LedgerCollections.Workers, Listening("zolder"), CancellationToken.None);
        await _store.InsertIfAbsentAsync(
            LedgerCollections.Workers, Listening("zolder") with { Id = "old", BeatAt = Now.AddHours(-25) }, CancellationToken.None);

        var workers = await new WorkerReader(_store).ReadAsync(Now, CancellationToken.None);

        Assert.That(workers.Select(w => w.Id), Is.EqualTo(new[] { "w" }));
    }

    private Task<QueueOverview> ReadAsync(params WorkerStatus[] workers) => new QueueReader(_store).ReadAsync(Now, workers, CancellationToken.None);

    private static WorkerStatus Listening(params string[] sites) => new()
    {
        Id = "w",
        Machine = "m",
        ProcessId = 1,
        Version = "1",
        StartedAt = Now,
        BeatAt = Now,
        BeatInterval = TimeSpan.FromSeconds(5),
        MemoryBytes = 1,
        Queues = sites,
    };

    private Task<bool> SiteAsync(string id, Uri? home = null, bool enabled = true) => _store.InsertIfAbsentAsync(
        LedgerCollections.Sites,
        new SiteDefinition
        {
            Id = id,
            Name = id,
            Home = home ?? new Uri($"https://www.{id}.example/"),
            Languages = ["en"],
            Enabled = enabled,
            Search = new SearchDefinition { Url = "/s?q={query}&p={page}" },
        },
        CancellationToken.None);

    private Task<bool> PaceAsync(HostPace pace) => _store.InsertIfAbsentAsync(LedgerCollections.HostPaces, pace, CancellationToken.None);

    private Task<bool> JobAsync(string site, JobState state, DateTimeOffset? due = null, int priority = 0) => _store.InsertIfAbsentAsync(
        LedgerCollections.Jobs,
        new SweepJob
        {
            Id = $"j{_jobs++}",
            SweepId = "s",
            WatchListId = "l",
            SiteId = site,
            Kind = _jobs % 2 == 0 ? JobKind.Search : JobKind.Capture,
            State = state,
            Priority = priority,
            CreatedAt = Now.AddHours(-5),
            DueAt = due ?? Now.AddMinutes(-1),
        },
        CancellationToken.None);
}
