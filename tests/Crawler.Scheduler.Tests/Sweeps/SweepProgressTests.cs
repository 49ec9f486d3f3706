using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Sweeps;
using Crawler.Scheduler.Tests.Support;

namespace Crawler.Scheduler.Tests.Sweeps;

internal sealed class SweepProgressTests : StoreFixture
{
    [SetUp]
    public async Task AddHouse()
    {
        await AddSiteAsync("a");
        await AddSiteAsync("b");
        await AddListAsync("list", ["a", "b", "unknown"], [Term("ivoor"), Term("tand")], maxPages: 1);
    }

    [Test]
    public async Task ReadAsync_HalfWay_CountsJobsAndResultsBySite()
    {
        await using var services = new TestServices(Store, Time);
        string id = await services.StartedAsync("list");
        await services.Dispatcher.DispatchAllAsync(CancellationToken.None);
        var world = new FakeWorld().Shows("a", "ivoor", ["a1", "a2"], ["a3"]);
        world.Trouble["b"] = OutcomeKind.Captcha;
        var worker = new FakeWorker(Store, world, Time);
        var sent = services.Bus.TakeSent();
        await worker.HandleAsync(sent.First(j => j is { SiteId: "a", Search.Query: "ivoor" }));
        await worker.HandleAsync(sent.First(j => j.SiteId == "b"));
        await worker.TakeAsync(sent.Last(j => j.SiteId == "b").Id);
        var capture = (await services.JobsAsync()).First(j => j.Kind is JobKind.Capture);
        await worker.HandleAsync(capture);

        var sweep = await new SweepProgress(Store).ReadAsync(id, CancellationToken.None);

        var (a, b, unknown) = (sweep!.Sites[0], sweep.Sites[1], sweep.Sites[2]);
        Assert.That(a.Jobs, Is.EqualTo(new JobCounts { Pending = 1, Sent = 1, Done = 2 }));
        Assert.That((a.ListingsNew, a.Outcome), Is.EqualTo((1, OutcomeKind.LimitReached)));
        Assert.That(a.NotSeen.Select(n => (n.Outcome, n.Count)), Is.EqualTo([(OutcomeKind.LimitReached, 1)]));
        Assert.That(b.Jobs, Is.EqualTo(new JobCounts { Running = 1, Failed = 1 }));
        Assert.That(b.NotSeen.Single().Reason, Is.EqualTo("The site wants a captcha solved; this system solves none."));
        Assert.That((unknown.Phase, unknown.Outcome), Is.EqualTo((SitePhase.Ended, OutcomeKind.SiteDisabled)));
    }

    [Test]
    public async Task ReadAsync_Ended_IsTheFinalReport()
    {
        await using var services = new TestServices(Store, Time);
        string id = await services.StartedAsync("list");
        await services.DriveAsync(id, new FakeWorker(Store, new FakeWorld(), Time));

        var sweep = await new SweepProgress(Store).ReadAsync(id, CancellationToken.None);

        Assert.That(sweep!.State, Is.EqualTo(SweepState.Finished));
        Assert.That(sweep.Sites.Select(s => s.Jobs.Done), Is.EqualTo([2, 2, 0]));
    }

    [Test]
    public async Task ReadAsync_UnknownSweep_IsNull() =>
        Assert.That(await new SweepProgress(Store).ReadAsync("none", CancellationToken.None), Is.Null);
}
