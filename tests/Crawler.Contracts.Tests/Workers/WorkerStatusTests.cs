using Crawler.Contracts.Sweeps;
using Crawler.Contracts.Workers;

namespace Crawler.Contracts.Tests.Workers;

public sealed class WorkerStatusTests
{
    private static readonly DateTimeOffset Beat = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private static readonly WorkerStatus Worker = new()
    {
        Id = "w",
        Machine = "m",
        ProcessId = 1,
        Version = "1",
        StartedAt = Beat,
        BeatAt = Beat,
        BeatInterval = TimeSpan.FromSeconds(10),
        MemoryBytes = 1,
    };

    [TestCase(0, WorkerState.Idle)]
    [TestCase(30, WorkerState.Idle)]
    [TestCase(31, WorkerState.Silent)]
    public void StateAt_AfterSecondsWithoutABeat_IsSilentOnceThreeAreMissed(int seconds, WorkerState expected) =>
        Assert.That(Worker.StateAt(Beat.AddSeconds(seconds)), Is.EqualTo(expected));

    [Test]
    public void StateAt_WithAFastBeat_WaitsAtLeastFifteenSeconds()
    {
        var fast = Worker with { BeatInterval = TimeSpan.FromSeconds(1) };

        Assert.That(fast.StateAt(Beat.AddSeconds(15)), Is.EqualTo(WorkerState.Idle));
        Assert.That(fast.StateAt(Beat.AddSeconds(16)), Is.EqualTo(WorkerState.Silent));
    }

    [Test]
    public void StateAt_WithAJob_IsWorkingUntilAskedToStop()
    {
        var working = Worker with { Jobs = [new JobInHand { JobId = "j", SweepId = "s", SiteId = "x", Kind = JobKind.Search, Since = Beat }] };

        Assert.That(working.StateAt(Beat), Is.EqualTo(WorkerState.Working));
        Assert.That((working with { Stopping = true }).StateAt(Beat), Is.EqualTo(WorkerState.Stopping));
    }
}
