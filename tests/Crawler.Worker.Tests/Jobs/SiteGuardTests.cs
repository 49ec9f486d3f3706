using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Jobs;
using Crawler.Worker.Tests.Jobs.Support;

namespace Crawler.Worker.Tests.Jobs;

internal sealed class SiteGuardTests
{
    private JobBench _bench = null!;

    [SetUp]
    public async Task OpenAsync() => _bench = await JobBench.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task RefuseAsync_BarredThreeTimesInARow_LeavesTheSiteAloneForThisSweepOnly()
    {
        for (int time = 0; time < 3; time++)
        {
            Assert.That(await _bench.Guard.RefuseAsync(Item("sweep-1"), CancellationToken.None), Is.Null);
            await _bench.Guard.NoteAsync(Item("sweep-1"), Outcome(OutcomeKind.Captcha), CancellationToken.None);
        }

        var refused = await _bench.Guard.RefuseAsync(Item("sweep-1"), CancellationToken.None);

        Assert.That(refused, Is.TypeOf<JobVerdict.Failed>());
        Assert.That(refused!.Outcome.Kind, Is.EqualTo(OutcomeKind.Captcha));
        Assert.That(refused.Outcome.Detail, Does.StartWith("not asked"));
        Assert.That(await _bench.Guard.RefuseAsync(Item("sweep-2"), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task RefuseAsync_AnswersInBetween_GoesOn()
    {
        foreach (var kind in new[] { OutcomeKind.Captcha, OutcomeKind.Captcha, OutcomeKind.Ok, OutcomeKind.Captcha, OutcomeKind.Captcha })
        {
            await _bench.Guard.NoteAsync(Item("sweep-1"), Outcome(kind), CancellationToken.None);
        }

        Assert.That(await _bench.Guard.RefuseAsync(Item("sweep-1"), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task RefuseAsync_SiteSwitchedOff_SkipsWithoutARequest()
    {
        var item = Item("sweep-1") with { Site = JobBench.Site with { Enabled = false } };

        Assert.That(await _bench.Guard.RefuseAsync(item, CancellationToken.None), Is.TypeOf<JobVerdict.Skipped>());
    }

    private static JobOutcome Outcome(OutcomeKind kind) => new() { Kind = kind, Detail = "marker" };

    private static WorkItem Item(string sweepId) => new(JobBench.SearchJob(sweepId: sweepId), JobBench.Sweep(sweepId), JobBench.Site);
}
