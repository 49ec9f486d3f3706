using Crawler.Contracts.Sweeps;
using Crawler.Ledger.Collections;
using Crawler.Scheduler.Tests.Support;

namespace Crawler.Scheduler.Tests;

/// <summary>
/// The process that is scheduler and worker at once is killed at every one of its writes; the next one must bring the sweep to the same end.
/// </summary>
internal sealed class KillTests : StoreFixture
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Sweep_ProcessKilledAtAnyWrite_EndsAsIfNothingHadHappened(bool ownsEverything)
    {
        int deaths = 0;
        while (await KillAndRecoverAsync(deaths, ownsEverything))
        {
            deaths++;
        }

        Assert.That(deaths, Is.GreaterThan(40), "A sweep of this size takes more writes than that.");
    }

    /// <returns>Whether there was somebody left to kill.</returns>
    private async Task<bool> KillAndRecoverAsync(int writesToLive, bool ownsEverything)
    {
        // Every death has a list and sites of its own: that is quicker than a store of its own.
        string list = $"list{writesToLive}";
        var world = await AddHouseAsync(list, $"a{writesToLive}", $"b{writesToLive}");
        string id = Sweep.IdFor(list, Time.GetUtcNow());
        var mortal = new DyingStore(Store, writesToLive);
        await using var first = new TestServices(mortal, Time, o => o.RecoverAllAtStart = ownsEverything);
        try
        {
            await first.DriveAsync(await first.StartedAsync(list), new FakeWorker(mortal, world, Time));
        }
        catch (KilledException)
        {
            // As arranged.
        }

        if (!mortal.Died)
        {
            return false;
        }

        await using var second = new TestServices(Store, Time, o => o.RecoverAllAtStart = ownsEverything);
        if (!ownsEverything)
        {
            Time.Advance(TimeSpan.FromMinutes(3));
        }

        await second.Reconciler.RunAtStartAsync(CancellationToken.None);
        if (await Store.GetAsync(LedgerCollections.Sweeps, id, CancellationToken.None) is null)
        {
            // Killed before its first write: nothing was promised, so it is asked for again.
            Assert.That(writesToLive, Is.Zero);
            id = await second.StartedAsync(list);
        }

        if (!(await second.SweepAsync(id)).HasEnded)
        {
            await second.DriveAsync(id, new FakeWorker(Store, world, Time));
        }

        await AssertUndisturbedAsync(second, id, first.Bus.Announced.Count, $"killed at write {writesToLive + 1}");
        Time.Advance(TimeSpan.FromHours(1));
        return true;
    }

    private async Task<FakeWorld> AddHouseAsync(string list, string a, string b)
    {
        await AddSiteAsync(a);
        await AddSiteAsync(b);
        await AddListAsync(list, [a, b], [Term("ivoor")]);
        await PutAsync(LedgerCollections.Listings, $"{b}~old", new()
        {
            Id = $"{b}~old",
            SiteId = b,
            SiteListingId = "old",
            Url = $"https://{b}.example/old",
            Title = "old",
            FirstSeenAt = Time.GetUtcNow().AddDays(-3),
            LastSeenAt = Time.GetUtcNow().AddDays(-2),
            LastSweepId = "earlier",
            CaptureId = "none",
            WatchListIds = [list],
        });
        return new FakeWorld().Shows(a, "ivoor", ["a1", "a2"], ["a3"]).Shows(b, "ivoor", ["b1"]);
    }

    private async Task AssertUndisturbedAsync(TestServices services, string id, int announcedBefore, string circumstances)
    {
        var jobs = (await services.JobsAsync()).Where(j => j.SweepId == id);
        Assert.That(
            jobs.Select(j => $"{j.SiteId[0]} {j.Search?.Query}{j.Search?.Page}{j.Capture?.SiteListingId} {j.State} {j.Outcome?.Result}"),
            Is.EquivalentTo(
            [
                "a ivoor1 Done ", "a ivoor2 Done ", "a a1 Done New", "a a2 Done New", "a a3 Done New", "b ivoor1 Done ", "b b1 Done New", "b old Done Unchanged",
            ]),
            circumstances);
        var sweep = await services.SweepAsync(id);
        Assert.That(sweep.State, Is.EqualTo(SweepState.Finished), circumstances);
        Assert.That(
            sweep.Sites.Select(s => (s.RowsSeen, s.ListingsNew, s.ListingsUnchanged, s.NotSeen.Count, s.Outcome, s.Jobs.Done)),
            Is.EqualTo([(3, 3, 0, 0, OutcomeKind.Ok, 5), (1, 1, 1, 0, OutcomeKind.Ok, 3)]),
            circumstances);

        // Twice only where the process died between saying it and noting that it was said.
        Assert.That(announcedBefore + services.Bus.Announced.Count, Is.InRange(1, 2), circumstances);
        Assert.That(sweep.AnnouncedAt, Is.Not.Null, circumstances);
    }
}
