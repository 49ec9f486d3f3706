using Crawler.Contracts.Sweeps;
using Crawler.Contracts.Workers;
using Crawler.Fetching;
using Crawler.Fetching.Browser;
using Crawler.Fetching.Tests.Support;
using Crawler.Ledger.Collections;
using Crawler.Storage.Documents;
using Crawler.Storage.Sqlite;
using Crawler.Worker.Status;
using Crawler.Worker.Tests.Jobs.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Crawler.Worker.Tests.Status;

internal sealed class WorkerHeartbeatTests
{
    private const string Id = "w-1";

    private FakeTimeProvider _clock = null!;
    private LogBook _log = null!;
    private LoggerFactory _logging = null!;
    private string _folder = "";
    private SqliteDocumentStore _sqlite = null!;
    private DeafStore _store = null!;
    private WorkerActivity _activity = null!;
    private BrowserHost _browser = null!;
    private WorkerHeartbeat _beat = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _folder = Directory.CreateTempSubdirectory("patrol-heartbeat-").FullName;
        _sqlite = await SqliteDocumentStore.OpenAsync(Path.Combine(_folder, "store.db"));
        _log = new LogBook();
        _logging = new LoggerFactory([_log]);
        _store = new DeafStore(_sqlite);
        _clock = new FakeTimeProvider(JobBench.Night);
        _activity = new WorkerActivity(_clock);
        _browser = new BrowserHost(_clock, Options.Create(new FetchingOptions()), NullLogger<BrowserHost>.Instance);
        _beat = new WorkerHeartbeat(
            _store, _activity, _browser, Options.Create(new WorkerOptions { WorkerId = Id }), _clock, _logging.CreateLogger<WorkerHeartbeat>());
    }

    [TearDown]
    public async Task CloseAsync()
    {
        _beat.Dispose();
        _logging.Dispose();
        _log.Dispose();
        await _browser.DisposeAsync();
        await _sqlite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Beat_WithAJobInHand_SaysWhich()
    {
        _activity.Join("market");
        using var hand = _activity.Take(JobBench.SearchJob() with { StartedAt = JobBench.Night });

        await _beat.BeatOnceAsync(CancellationToken.None);

        var status = await ReadAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status!.Jobs.Single(), Is.EqualTo(new JobInHand { JobId = JobBench.SearchJob().Id, SweepId = "sweep-1", SiteId = "market", Kind = JobKind.Search, Since = JobBench.Night }));
            Assert.That(status.Queues, Is.EqualTo(new[] { "market" }));
            Assert.That((status.Machine, status.ProcessId), Is.EqualTo((Environment.MachineName, Environment.ProcessId)));
            Assert.That(status.MemoryBytes, Is.GreaterThan(1_000_000));
            Assert.That(status.Browser.State, Is.EqualTo(BrowserState.NotRunning));
            Assert.That(status.StateAt(_clock.GetUtcNow()), Is.EqualTo(WorkerState.Working));
        }
    }

    [Test]
    public async Task Beat_AfterJobsEnded_CountsHowTheyCameOut()
    {
        _activity.Take(JobBench.SearchJob()).Dispose();
        _activity.Count(JobBench.SearchJob() with { State = JobState.Done });
        _activity.Count(JobBench.SearchJob() with { State = JobState.Done });
        _activity.Count(JobBench.SearchJob() with { State = JobState.Failed });
        _activity.Count(JobBench.SearchJob() with { State = JobState.Skipped });
        _activity.Count(JobBench.SearchJob() with { State = JobState.Pending });
        _activity.CountHandedBack();

        await _beat.BeatOnceAsync(CancellationToken.None);

        var status = await ReadAsync();
        Assert.That(status!.Jobs, Is.Empty);
        Assert.That(status.Tally, Is.EqualTo(new JobTally { Done = 2, Failed = 1, Skipped = 1, PutOff = 1, HandedBack = 1 }));
    }

    [Test]
    public async Task Stop_InGoodOrder_SaysSoAndThenLeavesNothing()
    {
        await _beat.StartedAsync(CancellationToken.None);

        await _beat.StoppingAsync(CancellationToken.None);
        var stopping = await ReadAsync();
        await _beat.StoppedAsync(CancellationToken.None);

        Assert.That(stopping!.Stopping, Is.True);
        Assert.That(await ReadAsync(), Is.Null);
    }

    [Test]
    public async Task Beat_WhenAnotherGoesByTheSameName_SaysSoAndLeavesTheOthersWordAtTheEnd()
    {
        await _beat.BeatOnceAsync(CancellationToken.None);
        await PretendAsync("elsewhere");
        await _beat.BeatOnceAsync(CancellationToken.None);
        await PretendAsync("elsewhere");

        await _beat.StoppedAsync(CancellationToken.None);

        Assert.That(_log.Entries.Single().Text, Does.Contain($"goes by the name {Id}").And.Contains("elsewhere"));
        Assert.That((await ReadAsync())!.Machine, Is.EqualTo("elsewhere"));
    }

    [Test]
    public async Task Beat_ForgetsWorkersSilentForADay_AndNoOthers()
    {
        await _beat.BeatOnceAsync(CancellationToken.None);
        var own = await ReadAsync();
        await _store.InsertIfAbsentAsync(LedgerCollections.Workers, own! with { Id = "dead", BeatAt = JobBench.Night.AddHours(-23) }, CancellationToken.None);
        await _store.InsertIfAbsentAsync(LedgerCollections.Workers, own with { Id = "silent", BeatAt = JobBench.Night.AddHours(-21) }, CancellationToken.None);

        _clock.Advance(TimeSpan.FromHours(2));
        await _beat.BeatOnceAsync(CancellationToken.None);

        Assert.That(await _store.GetAsync(LedgerCollections.Workers, "dead", CancellationToken.None), Is.Null);
        Assert.That(await _store.GetAsync(LedgerCollections.Workers, "silent", CancellationToken.None), Is.Not.Null);
    }

    [Test]
    public async Task Beat_WhileTheStoreIsOutOfReach_SaysSoOnceAndGoesOn()
    {
        _store.Deaf = true;
        await _beat.BeatOnceAsync(CancellationToken.None);
        await _beat.BeatOnceAsync(CancellationToken.None);
        _store.Deaf = false;
        await _beat.BeatOnceAsync(CancellationToken.None);

        Assert.That(_log.Entries, Has.Count.EqualTo(2));
        Assert.That(_log.Entries[0].Text, Does.Contain("does not take this worker's heartbeat"));
        Assert.That(_log.Entries[1].Text, Does.Contain("takes this worker's heartbeat again"));
        Assert.That(await ReadAsync(), Is.Not.Null);
    }

    private async Task<WorkerStatus?> ReadAsync() => (await _sqlite.GetAsync(LedgerCollections.Workers, Id, CancellationToken.None))?.Value;

    /// <summary>Another worker writes under this one's name.</summary>
    private async Task PretendAsync(string machine) =>
        await _sqlite.UpdateAsync(LedgerCollections.Workers, Id, w => w! with { Machine = machine }, CancellationToken.None);
}
